import type { EdgeConfig, Port } from '@petal/core/model'
import { Dialog } from '@petal/ui'
import { Command } from 'cmdk'
import { CornerDownRight, Flag } from 'lucide-react'
import { useState } from 'react'
import { useEditor, useEditorInstance, useStepFacts } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { StepIcon } from '../../look/StepIcon.tsx'
import { useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'

/** Drawing a wire by keyboard: choose the exit where there are several, then the step it leads to. */
export function WirePicker() {
  const source = useCanvasUi((state) => state.keyboardSource)
  return source === undefined ? null : <OpenWirePicker key={source} source={source} />
}

function OpenWirePicker({ source }: { readonly source: string }) {
  const ui = useCanvasUiStore()
  const { actions } = useEditorInstance()
  const facts = useStepFacts(source)
  const outputs = facts?.ports.outputs ?? []
  const [exit, setExit] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const close = () => ui.setState({ keyboardSource: undefined })
  const connect = (to: string) => {
    const edge: EdgeConfig = exit === undefined ? { from: source, to } : { from: source, exit, to }
    const verdict = actions.connect(edge)
    if (verdict.ok) close()
    else setRefusal(verdict.reason)
  }
  const choosesExit = outputs.length > 1 && exit === undefined
  return (
    <Dialog
      open
      onOpenChange={close}
      size="sm"
      title={choosesExit ? 'Connect from which exit?' : 'Connect to which step?'}
      {...(refusal === undefined ? {} : { description: refusal })}
      bodyClassName="p-0"
    >
      {/* Each question begins with an empty search. */}
      <Command key={choosesExit ? 'exit' : 'target'} label="Where the wire leads" loop>
        <Command.Input
          autoFocus
          placeholder={choosesExit ? 'Search exits' : 'Search steps'}
          className="h-9 w-full border-line border-y bg-transparent px-4 outline-none placeholder:text-ink-faint"
        />
        <Command.List className="max-h-72 overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-ink-faint">Nothing matches.</Command.Empty>
          {choosesExit ? <Exits outputs={outputs} onChoose={setExit} /> : <Targets onChoose={connect} />}
        </Command.List>
      </Command>
    </Dialog>
  )
}

const row = 'flex items-center gap-2.5 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-pressed'

function Exits({ outputs, onChoose }: { readonly outputs: readonly Port[]; onChoose(exit: string): void }) {
  return outputs.map((port) => (
    <Command.Item key={port.id} value={port.label} onSelect={() => onChoose(port.id)} className={row}>
      <CornerDownRight aria-hidden className="size-4 text-ink-faint" />
      {port.label}
    </Command.Item>
  ))
}

function Targets({ onChoose }: { onChoose(stepId: string): void }) {
  const { facts } = useEditorInstance()
  const agent = useEditor(selectAgent)
  return (
    <>
      {agent.steps.map((step) => {
        const { icon, category, typeTitle } = facts.of(step)
        return (
          <Command.Item
            key={step.id}
            value={step.id}
            keywords={[step.nodeName ?? '', typeTitle]}
            onSelect={() => onChoose(step.id)}
            className={row}
          >
            <StepIcon icon={icon} category={category} size="sm" />
            <span className="flex-1 truncate">{step.nodeName ?? typeTitle}</span>
            <span className="text-ink-soft text-sm">{step.id}</span>
          </Command.Item>
        )
      })}
      <Command.Item value="END" keywords={['end']} onSelect={() => onChoose('END')} className={row}>
        <Flag aria-hidden className="mx-0.5 size-4 text-ink-faint" />
        End
      </Command.Item>
    </>
  )
}
