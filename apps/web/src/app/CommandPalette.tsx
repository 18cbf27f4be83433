import { Kbd } from '@petal/ui'
import { Command } from 'cmdk'
import { commandGroups } from '../commands/Command.ts'
import { useCommandRunner } from '../commands/CommandContext.tsx'
import { commandList } from '../commands/commandList.ts'
import { useActions, useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { selectAgent } from '../editor/selectors.ts'
import { StepIcon } from '../look/StepIcon.tsx'

const row = 'flex h-9 items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-pressed'

/** Every command, and every step of the agent, a few letters away. */
export function CommandPalette() {
  const dialog = useEditor((state) => state.session.dialog)
  const actions = useActions()
  const isOpen = dialog === 'commands' || dialog === 'find'
  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={(open) => actions.setDialog(open ? 'commands' : undefined)}
      loop
      label={dialog === 'find' ? 'Find a step' : 'Find a command'}
      overlayClassName="fixed inset-0 z-40 animate-fade-in bg-scrim"
      contentClassName="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 animate-pop-in overflow-hidden rounded-xl bg-raised text-ink shadow-xl"
    >
      <Command.Input
        placeholder={dialog === 'find' ? 'Find a step by name, type or text' : 'Find a command or a step'}
        className="h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-ink-faint"
      />
      <Command.List className="max-h-[52vh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-ink-faint">Nothing matches.</Command.Empty>
        {dialog === 'find' ? null : <Commands />}
        <Steps />
      </Command.List>
    </Command.Dialog>
  )
}

function Commands() {
  const runner = useCommandRunner()
  const actions = useActions()
  const usable = commandList.filter(
    (command) => !command.hidden && command.id !== 'commands' && runner.isEnabled(command),
  )
  return commandGroups.map((group) => {
    const commands = usable.filter((command) => command.group === group)
    if (commands.length === 0) return null
    return (
      <Command.Group key={group} heading={group} className="petal-command-group">
        {commands.map((command) => (
          <Command.Item
            key={command.id}
            value={command.title}
            className={row}
            onSelect={() => {
              actions.setDialog(undefined)
              runner.run(command)
            }}
          >
            <span className="flex-1">{command.title}</span>
            {command.keys?.[0] === undefined ? null : <Kbd keys={command.keys[0]} className="text-ink-soft" />}
          </Command.Item>
        ))}
      </Command.Group>
    )
  })
}

/** More would make the list slow and nobody scrolls that far: typing narrows it down. */
const shownSteps = 200

function Steps() {
  const { facts } = useEditorInstance()
  const actions = useActions()
  const { steps } = useEditor(selectAgent)
  return (
    <Command.Group heading="Steps" className="petal-command-group">
      {steps.slice(0, shownSteps).map((step) => {
        const { icon, category, typeTitle } = facts.of(step)
        return (
          <Command.Item
            key={step.id}
            value={`step ${step.id}`}
            keywords={[step.nodeName ?? '', typeTitle, textOf(step.config)]}
            className={row}
            onSelect={() => {
              actions.setDialog(undefined)
              actions.select({ stepIds: [step.id] })
              actions.askCanvas('show', [step.id])
            }}
          >
            <StepIcon icon={icon} category={category} size="sm" />
            <span className="flex-1 truncate">{step.nodeName ?? typeTitle}</span>
            <span className="text-ink-faint text-sm">{step.id}</span>
          </Command.Item>
        )
      })}
    </Command.Group>
  )
}

/** The texts a person wrote into a step, for searching. */
function textOf(config: object): string {
  return Object.values(config)
    .filter((value) => typeof value === 'string')
    .join(' ')
    .slice(0, 500)
}
