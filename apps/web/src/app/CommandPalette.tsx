import { Kbd } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Command } from 'cmdk'
import { useEffect, useMemo, useState } from 'react'
import { useActions, useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { selectAgent } from '../editor/selectors.ts'
import { deviceStorage } from '../look/deviceStorage.ts'
import { StepIcon } from '../look/StepIcon.tsx'
import { choiceGroups, type PaletteChoice } from './PaletteChoice.ts'
import { rankChoice } from './rankChoice.ts'
import { listRecentChoices, rememberChoice } from './recentChoices.ts'
import { useChoices } from './useChoices.ts'

const row = 'flex h-9 items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-pressed'

/** Every command, and every step of the agent, a few letters away. */
export function CommandPalette() {
  const dialog = useEditor((state) => state.session.dialog)
  const actions = useActions()
  const [search, setSearch] = useState('')
  const isOpen = dialog === 'commands'
  // Each time it begins with everything.
  useEffect(() => {
    if (!isOpen) setSearch('')
  }, [isOpen])
  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) actions.setDialog(undefined)
      }}
      loop
      filter={(_, typed, [title = '', ...others] = []) => rankChoice(typed, title, others)}
      label={t('Find a command')}
      overlayClassName="fixed inset-0 z-40 animate-fade-in bg-scrim"
      contentClassName="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 animate-pop-in overflow-hidden rounded-xl bg-raised text-ink shadow-xl"
    >
      <Command.Input
        value={search}
        onValueChange={setSearch}
        placeholder={t('Find a command or a step')}
        className="h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-ink-faint"
      />
      <Command.List className="max-h-[52vh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-ink-faint">{t('Nothing matches.')}</Command.Empty>
        <Choices isSearched={search !== ''} />
        <Steps />
      </Command.List>
    </Command.Dialog>
  )
}

/** All that can be done now; what was chosen last stands in front. What is searched is one list, the best first. */
function Choices({ isSearched }: { readonly isSearched: boolean }) {
  const choices = useChoices()
  const recent = useMemo(() => listRecentChoices(deviceStorage), [])
  if (isSearched) return <ChoiceGroup heading={t('Commands')} choices={choices} />
  const used = recent.flatMap((id) => choices.find((choice) => choice.id === id) ?? [])
  const others = choices.filter((choice) => !used.includes(choice))
  return (
    <>
      <ChoiceGroup heading={t('Recently used')} choices={used} />
      {choiceGroups.map((group) => (
        <ChoiceGroup key={group} heading={t(group)} choices={others.filter((choice) => choice.group === group)} />
      ))}
    </>
  )
}

interface ChoiceGroupProps {
  readonly heading: string
  readonly choices: readonly PaletteChoice[]
}

function ChoiceGroup({ heading, choices }: ChoiceGroupProps) {
  if (choices.length === 0) return null
  return (
    <Command.Group heading={heading} className="petal-command-group">
      {choices.map((choice) => (
        <ChoiceRow key={choice.id} choice={choice} />
      ))}
    </Command.Group>
  )
}

function ChoiceRow({ choice: { id, title, keywords = [], icon, keys, run } }: { readonly choice: PaletteChoice }) {
  const actions = useActions()
  return (
    <Command.Item
      // Two agents may have one name.
      value={`${title} ${id}`}
      keywords={[title, ...keywords]}
      className={row}
      onSelect={() => {
        actions.setDialog(undefined)
        rememberChoice(deviceStorage, id)
        run()
      }}
    >
      {icon === undefined ? null : <StepIcon icon={icon.name} category={icon.category} size="sm" />}
      <span className="min-w-0 flex-1 truncate">{title}</span>
      {keys === undefined ? null : <Kbd keys={keys} className="text-ink-soft pointer-coarse:hidden" />}
    </Command.Item>
  )
}

/** More would make the list slow and nobody scrolls that far: typing narrows it down. */
const shownSteps = 200

function Steps() {
  const { facts } = useEditorInstance()
  const actions = useActions()
  const { steps } = useEditor(selectAgent)
  return (
    <Command.Group heading={t('Steps')} className="petal-command-group">
      {steps.slice(0, shownSteps).map((step) => {
        const { icon, category, typeTitle } = facts.of(step)
        return (
          <Command.Item
            key={step.id}
            value={`step ${step.id}`}
            keywords={[step.nodeName ?? typeTitle, typeTitle, step.id, textOf(step.config)]}
            className={row}
            onSelect={() => {
              actions.setDialog(undefined)
              actions.select({ stepIds: [step.id] })
              actions.askCanvas('show', [step.id])
            }}
          >
            <StepIcon icon={icon} category={category} size="sm" />
            <span className="flex-1 truncate">{step.nodeName ?? typeTitle}</span>
            <span className="text-ink-soft text-sm">{step.id}</span>
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
