import { useState } from 'react'
import { Button, Toaster } from '../src/index.ts'
import { ControlsPage } from './ControlsPage.tsx'
import { FormPage } from './FormPage.tsx'

type Theme = 'light' | 'dark'

/** All of the design system on one page. `?theme=dark` starts dark. */
export function Gallery() {
  const [theme, setTheme] = useState<Theme>(
    new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light',
  )
  document.documentElement.dataset.theme = theme
  return (
    <>
      <div className="mx-auto flex max-w-6xl flex-col gap-8 p-8">
        <header className="flex items-center justify-between">
          <h1 className="font-semibold text-2xl">Petal design system</h1>
          <Button onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
            {theme === 'dark' ? 'Light' : 'Dark'} theme
          </Button>
        </header>
        <div className="grid items-start gap-8 lg:grid-cols-[1fr_360px]">
          <ControlsPage />
          <FormPage />
        </div>
      </div>
      <Toaster />
    </>
  )
}
