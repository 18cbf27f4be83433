import './gallery.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Gallery } from './Gallery.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to draw into.')
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
