import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type CommandGroup, commandGroups } from '../commands/Command.ts'
import { useOwnKeys } from '../commands/CommandContext.tsx'
import { commandList } from '../commands/commandList.ts'
import { mayChangeKeys } from '../commands/planKeys.ts'
import { nudgeKeys } from '../commands/stepCommands.ts'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import { FixedKeyRow, KeyRow } from './KeyRow.tsx'

/** The sheet of keys, generated from the commands. A click on keys changes them. */
export function ShortcutSheet() {
  const isOpen = useEditor((state) => state.session.dialog === 'shortcuts')
  const actions = useActions()
  const { own, choose } = useOwnKeys()
  return (
    <Dialog
      open={isOpen}
      onOpenChange={() => actions.setDialog(undefined)}
      title={t('Keyboard shortcuts')}
      description={t('Choose the keys of a command to change them. They are kept on this device.')}
      size="lg"
      footer={
        <Button disabled={Object.keys(own).length === 0} onClick={() => choose({})}>
          {t('Reset all keys')}
        </Button>
      }
    >
      <section aria-label={t('Keys')} className="columns-1 gap-8 sm:columns-2">
        {commandGroups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 font-medium text-ink-faint text-sm">{t(group)}</h3>
            <ul>
              <Rows group={group} />
            </ul>
          </section>
        ))}
      </section>
    </Dialog>
  )
}

function Rows({ group }: { readonly group: CommandGroup }) {
  const commands = commandList.filter((command) => command.group === group && !command.id.startsWith('nudge'))
  return (
    <>
      {commands.map((command) => {
        if (mayChangeKeys(command)) return <KeyRow key={command.id} command={command} />
        return command.keys === undefined ? null : (
          <FixedKeyRow key={command.id} title={command.title} keys={command.keys} />
        )
      })}
      {group === 'Steps' ? nudgeKeys.map((row) => <FixedKeyRow key={row.title} {...row} />) : null}
    </>
  )
}
