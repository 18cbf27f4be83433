import './main.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createStudio } from './app/createStudio.ts'
import { startServices } from './app/startServices.ts'
import { followTheme } from './look/theme.ts'

followTheme()
const root = document.getElementById('root')
const studio = createStudio()
if (root) createRoot(root).render(<App studio={studio} />)
startServices(studio.editor, studio.services)
