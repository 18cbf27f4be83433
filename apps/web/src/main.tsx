import './main.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { type CrashSources, showCrashScreen } from './app/crashScreen.ts'
import { createStudio, type Studio } from './app/createStudio.ts'
import { hasLoadedFonts, loadFonts } from './app/loadFonts.ts'
import { startServices } from './app/startServices.ts'
import { startLanguage } from './language/startLanguage.ts'
import { followTheme } from './look/theme.ts'

followTheme()
if (hasLoadedFonts()) void loadFonts()
const root = document.getElementById('root')
const language = startLanguage()
if (root) void (language === undefined ? start(root) : language.then(() => start(root)))

function start(place: HTMLElement): void {
  let studio: Studio | undefined
  try {
    studio = createStudio()
    const made = studio
    createRoot(place, { onUncaughtError: (fault) => showCrashScreen(place, fault, sourcesOf(made)) }).render(
      <App studio={made} />,
    )
    void startServices(made.editor, made.services)
  } catch (fault) {
    showCrashScreen(place, fault, studio && sourcesOf(studio))
  }
}

function sourcesOf({ editor, services }: Studio): CrashSources {
  return { store: editor.store, library: services.workspace.library }
}
