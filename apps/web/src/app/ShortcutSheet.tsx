import { Dialog, Kbd } from '@petal/ui'
import { type CommandGroup, commandGroups } from '../commands/Command.ts'
import { commandList } from '../commands/commandList.ts'
import { nudgeKeys } from '../commands/stepCommands.ts'
import { useActions, useEditor } from '../editor/EditorContext.tsx'

/** The sheet of keys, generated from the commands. */
export function ShortcutSheet() {
  const isOpen = useEditor((state) => state.session.dialog === 'shortcuts')
  const actions = useActions()
  return (
    <Dialog open={isOpen} onOpenChange={() => actions.setDialog(undefined)} title="Keyboard shortcuts" size="lg">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than a small window, it is scrolled by the arrow keys */}
      <section aria-label="Keys" tabIndex={0} className="focus-ring columns-1 gap-8 rounded-md sm:columns-2">
        {commandGroups.map((group) => {
          const rows = rowsOf(group)
          if (rows.length === 0) return null
          return (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-ink-faint text-sm">{group}</h3>
              <dl>
                {rows.map(({ title, keys }) => (
                  <div key={title} className="flex min-h-7 items-center justify-between gap-4">
                    <dt className="min-w-1/3">{title}</dt>
                    <dd className="flex flex-wrap justify-end gap-x-2 gap-y-1 text-ink-soft">
                      {keys.map((combination) => (
                        <Kbd key={combination} keys={combination} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </section>
    </Dialog>
  )
}

interface KeyRow {
  readonly title: string
  readonly keys: readonly string[]
}

function rowsOf(group: CommandGroup): readonly KeyRow[] {
  const commands = commandList.flatMap((command): KeyRow[] =>
    command.group === group && command.keys && !command.id.startsWith('nudge')
      ? [{ title: command.title, keys: command.keys }]
      : [],
  )
  return group === 'Steps' ? [...commands, ...nudgeKeys] : commands
}
