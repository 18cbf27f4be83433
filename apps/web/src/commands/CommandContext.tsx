import type { MenuEntry } from '@petal/ui'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react'
import { useEditorInstance } from '../editor/EditorContext.tsx'
import { bindKeys, type CommandRunner } from './bindKeys.ts'
import type { CommandContext as Context } from './Command.ts'
import { findCommand } from './commandList.ts'

const CommandsContext = createContext<CommandRunner | undefined>(undefined)

interface CommandProviderProps {
  readonly run: Context['run']
  readonly files: Context['files']
  readonly children: ReactNode
}

/** Makes commands answer to keys, menus and buttons below. */
export function CommandProvider({ run, files, children }: CommandProviderProps) {
  const editor = useEditorInstance()
  const runner = useMemo<CommandRunner>(() => {
    const view = () => {
      const { isRunning, canGoOn } = run
      return { state: editor.store.getState(), facts: editor.facts, isRunning, canGoOn, files }
    }
    return {
      isEnabled: (command) => {
        if (command.edits && editor.store.getState().session.readOnly !== undefined) return false
        return command.isEnabled?.(view()) ?? true
      },
      isOn: (command) => command.isOn?.(view()) ?? false,
      run: (command) => command.run({ editor, run, files }),
    }
  }, [editor, run, files])
  useEffect(() => bindKeys(window, runner), [runner])
  return <CommandsContext value={runner}>{children}</CommandsContext>
}

/** Whether commands can do anything now, and the way to let them. */
export function useCommandRunner(): CommandRunner {
  const runner = useContext(CommandsContext)
  if (!runner) throw new Error('There are no commands here: wrap this part in a CommandProvider.')
  return runner
}

/** Runs a command by its id, when it is enabled. */
export function useCommand(): (id: string) => void {
  const runner = useCommandRunner()
  return useCallback(
    (id) => {
      const command = findCommand(id)
      if (runner.isEnabled(command)) runner.run(command)
    },
    [runner],
  )
}

/** Commands as the entries of a menu; `-` is a line between them. Worked out when called, so menus are up to date. */
export function useCommandEntries(): (ids: readonly string[]) => readonly MenuEntry[] {
  const runner = useCommandRunner()
  return useCallback(
    (ids) =>
      ids.map((id, index): MenuEntry => {
        if (id === '-') return { kind: 'separator', id: `line-${index}` }
        const command = findCommand(id)
        return {
          id,
          label: command.title,
          disabled: !runner.isEnabled(command),
          ...(command.keys?.[0] === undefined ? {} : { shortcut: command.keys[0] }),
          ...(runner.isOn(command) ? { checked: true } : {}),
          ...(command.danger ? { danger: true } : {}),
          onSelect: () => runner.run(command),
        }
      }),
    [runner],
  )
}
