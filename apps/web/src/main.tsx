import './main.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createStudio } from './app/createStudio.ts'
import { followTheme } from './app/theme.ts'

followTheme()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App studio={createStudio()} />)
