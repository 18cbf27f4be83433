import { IconButton, Menu, type MenuEntry } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { Ellipsis, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useCommandEntries } from '../../commands/CommandContext.tsx'
import { applyTheme, readTheme, type Theme, themes } from '../../look/theme.ts'
import { useLanguageEntries } from './useLanguageEntries.ts'

const moreIds = [
  'import',
  'export',
  'versions',
  '-',
  'commands',
  'find',
  'shortcuts',
  '-',
  'keys',
  'settings',
  '-',
  'togglePalette',
  'toggleOutline',
  'toggleSide',
  'toggleRun',
  'toggleOverview',
]
const names: Readonly<Record<Theme, string>> = {
  system: msg('Like the system'),
  light: msg('Light'),
  dark: msg('Dark'),
}
const icons = { system: Monitor, light: Sun, dark: Moon }

/** The menus of the top bar. */
export function TopMenus() {
  const entries = useCommandEntries()
  const languageEntries = useLanguageEntries()
  return (
    <>
      <ThemeMenu />
      <Menu
        align="end"
        entries={[...entries(moreIds), { kind: 'separator', id: 'languages' }, ...languageEntries]}
        trigger={
          <IconButton label={t('More')} size="lg">
            <Ellipsis />
          </IconButton>
        }
      />
    </>
  )
}

/** Light, dark, or whatever the machine says. */
function ThemeMenu() {
  const [theme, setTheme] = useState(readTheme)
  const Icon = icons[theme]
  const entries = themes.map(
    (name): MenuEntry => ({
      id: name,
      label: t(names[name]),
      checked: name === theme,
      onSelect: () => {
        applyTheme(name)
        setTheme(name)
      },
    }),
  )
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton label={t('Theme')} size="lg">
          <Icon />
        </IconButton>
      }
    />
  )
}
