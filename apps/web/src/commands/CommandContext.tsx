import type { MenuEntry } from '@petal/ui'
import { t } from '@petal/ui/language'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useEditorInstance } from '../editor/EditorContext.tsx'
import { deviceStorage } from '../look/deviceStorage.ts'
import { bindKeys, type CommandRunner } from './bindKeys.ts'
import type { Command, CommandGroup, CommandContext as Context } from './Command.ts'
import { commandList, findCommand, onCommandsAdded } from './commandList.ts'
import type { OwnKeys } from './keysOf.ts'
import { shownKey } from './shownKey.ts'
import { readOwnKeys, writeOwnKeys } from './storedKeys.ts'

interface KeyChoice {
  readonly own: OwnKeys
  /** Kept on this device. */
  choose(own: OwnKeys): void
}

const KeysContext = createContext<KeyChoice>({ own: {}, choose() {} })
const CommandsContext = createContext<CommandRunner | undefined>(undefined)
const none: readonly Command[] = []

interface CommandProviderProps {
  readonly run: Context['run']
  readonly files: Context['files']
  /** Only the commands of one group answer, and only to keys pressed in one element: for a canvas beside the agent's own. */
  readonly within?: { readonly element: HTMLElement | null; readonly group: CommandGroup }
  readonly children: ReactNode
}

/** Makes commands answer to keys, menus and buttons below. */
export function CommandProvider({ run, files, within, children }: CommandProviderProps) {
  const editor = useEditorInstance()
  const group = within?.group
  const runner = useMemo<CommandRunner>(() => {
    const view = () => {
      const { isRunning, canGoOn } = run
      return { state: editor.store.getState(), facts: editor.facts, isRunning, canGoOn, files }
    }
    return {
      isEnabled: (command) => {
        if (group !== undefined && command.group !== group) return false
        if (command.edits && editor.store.getState().session.readOnly !== undefined) return false
        return command.isEnabled?.(view()) ?? true
      },
      titleOf: (command) => command.titleNow?.(view()) ?? command.title,
      isOn: (command) => command.isOn?.(view()) ?? false,
      run: (command) => command.run({ editor, run, files }),
    }
  }, [editor, run, files, group])
  const [own, setOwn] = useState<OwnKeys>({})
  // What is painted first does without them.
  useEffect(() => setOwn(readOwnKeys(deviceStorage)), [])
  const choice = useMemo(
    () => ({
      own,
      choose(next: OwnKeys) {
        setOwn(next)
        writeOwnKeys(deviceStorage, next)
      },
    }),
    [own],
  )
  const known = useSyncExternalStore(onCommandsAdded, () => commandList.length)
  const element = within === undefined ? window : within.element
  // All in one: of those that share a key the earlier one is asked first, whichever came late.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is the same with more in it
  useEffect(
    () => (element === null ? undefined : bindKeys(element, runner, commandList, own)),
    [element, runner, own, known],
  )
  return (
    <CommandsContext value={runner}>
      <KeysContext value={choice}>{children}</KeysContext>
    </CommandsContext>
  )
}

/** The keys a person has chosen, and the way to choose others. */
export function useOwnKeys(): KeyChoice {
  return useContext(KeysContext)
}

/** Gives the key to show for a command; undefined when none would run it now. */
export function useShortcuts(): (id: string) => string | undefined {
  const { isEnabled } = useCommandRunner()
  const { own } = useOwnKeys()
  return (id) => shownKey(findCommand(id), commandList, own, isEnabled)
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

/**
 * Commands as the entries of a menu; `-` is a line between them. Worked out when called, so menus are up to date.
 * @param late commands that the menu speaks of and that may not have come yet
 */
export function useCommandEntries(late: readonly Command[] = none): (ids: readonly string[]) => readonly MenuEntry[] {
  const runner = useCommandRunner()
  const { own } = useOwnKeys()
  return useCallback(
    (ids) => {
      const commands = [...commandList, ...late]
      return ids.map((id, index): MenuEntry => {
        if (id === '-') return { kind: 'separator', id: `line-${index}` }
        const command = findCommand(id, commands)
        const shortcut = shownKey(command, commands, own, runner.isEnabled)
        return {
          id,
          label: t(runner.titleOf(command)),
          disabled: !runner.isEnabled(command),
          ...(shortcut === undefined ? {} : { shortcut }),
          ...(runner.isOn(command) ? { checked: true } : {}),
          ...(command.danger ? { danger: true } : {}),
          onSelect: () => runner.run(command),
        }
      })
    },
    [runner, own, late],
  )
}
