import { deviceStorage } from './deviceStorage.ts'

/** `system` follows the machine. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'petal-studio:theme'
const darkQuery = '(prefers-color-scheme: dark)'

/** The theme a person chose on this device; `system` until they do. */
export function readTheme(): Theme {
  const stored = deviceStorage.getItem(storageKey)
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** Remembers and shows a theme. */
export function applyTheme(theme: Theme): void {
  deviceStorage.setItem(storageKey, theme)
  showTheme(theme)
}

/** Shows the stored theme, now and whenever the machine changes its own. To be called before the first paint. */
export function followTheme(): void {
  showTheme(readTheme())
  matchMedia(darkQuery).addEventListener('change', () => showTheme(readTheme()))
}

function showTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia(darkQuery).matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
