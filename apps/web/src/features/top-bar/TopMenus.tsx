import { IconButton, Menu, type MenuEntry } from '@petal/ui'
import { Ellipsis, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useCommandEntries } from '../../commands/CommandContext.tsx'
import { applyTheme, readTheme, type Theme, themes } from '../../look/theme.ts'

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
const names: Readonly<Record<Theme, string>> = { system: 'Like the system', light: 'Light', dark: 'Dark' }
const icons = { system: Monitor, light: Sun, dark: Moon }

/** The menus of the top bar. */
export function TopMenus() {
  const entries = useCommandEntries()
  return (
    <>
      <ThemeMenu />
      <Menu
        align="end"
        entries={entries(moreIds)}
        trigger={
          <IconButton label="More" size="lg">
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
      label: names[name],
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
        <IconButton label="Theme" size="lg">
          <Icon />
        </IconButton>
      }
    />
  )
}
