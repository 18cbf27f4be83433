import { IconButton, Menu, type MenuEntry } from '@petal/ui'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { applyTheme, readTheme, type Theme, themes } from '../../look/theme.ts'

const names: Readonly<Record<Theme, string>> = { system: 'Like the system', light: 'Light', dark: 'Dark' }
const icons = { system: Monitor, light: Sun, dark: Moon }

/** Light, dark, or whatever the machine says. */
export function ThemeMenu() {
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
