import { Dialog, Kbd } from '@petal/ui'
import { commandGroups } from '../commands/Command.ts'
import { commandList } from '../commands/commandList.ts'
import { useActions, useEditor } from '../editor/EditorContext.tsx'

/** The sheet of keys, generated from the commands. */
export function ShortcutSheet() {
  const isOpen = useEditor((state) => state.session.dialog === 'shortcuts')
  const actions = useActions()
  return (
    <Dialog open={isOpen} onOpenChange={() => actions.setDialog(undefined)} title="Keys" size="lg">
      <div className="columns-1 gap-8 sm:columns-2">
        {commandGroups.map((group) => {
          const commands = commandList.filter((command) => command.group === group && command.keys !== undefined)
          if (commands.length === 0) return null
          return (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-ink-faint text-sm">{group}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id} className="flex min-h-7 items-center justify-between gap-4">
                    <dt>{command.title}</dt>
                    <dd className="flex shrink-0 gap-2 text-ink-soft">
                      {command.keys?.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
