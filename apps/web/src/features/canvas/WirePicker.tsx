import type { EdgeConfig, Port } from '@petal/core/model'
import { Dialog, isTouched } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Command } from 'cmdk'
import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import { useEditorInstance, useStepFacts } from '../../editor/EditorContext.tsx'
import { edgeId } from '../../editor/edgeId.ts'
import { useCanvasUi, useCanvasUiStore, type WireRequest } from './CanvasUi.tsx'
import { WireTargets } from './WireTargets.tsx'

/** Drawing a wire by keyboard: choose the exit where there are several, then the step it leads to. */
export function WirePicker() {
  const request = useCanvasUi((state) => state.wire)
  return request === undefined ? null : <OpenWirePicker key={JSON.stringify(request)} request={request} />
}

function OpenWirePicker({ request }: { readonly request: WireRequest }) {
  const { from, rewired } = request
  const ui = useCanvasUiStore()
  const { actions } = useEditorInstance()
  const outputs = useStepFacts(from)?.ports.outputs ?? []
  const [exit, setExit] = useState(request.exit)
  const [refusal, setRefusal] = useState<string>()
  const close = () => ui.setState({ wire: undefined })
  const edgeTo = (to: string): EdgeConfig => (exit === undefined ? { from, to } : { from, exit, to })
  const connect = (to: string) => {
    const verdict = rewired === undefined ? actions.connect(edgeTo(to)) : actions.rewire(edgeId(rewired), edgeTo(to))
    if (verdict.ok) close()
    else setRefusal(verdict.reason)
  }
  const choosesExit = outputs.length > 1 && exit === undefined && rewired === undefined
  return (
    <Dialog
      open
      onOpenChange={close}
      size="sm"
      title={choosesExit ? t('Connect from which exit?') : t('Connect to which step?')}
      {...(refusal === undefined ? {} : { description: refusal })}
      bodyClassName="p-0"
    >
      {/* Each question begins with an empty search. */}
      <Command key={choosesExit ? 'exit' : 'target'} label={t('Where the wire leads')} loop>
        <Command.Input
          // The first question has the focus from the dialog, which then knows where it came from.
          autoFocus={exit !== request.exit && !isTouched()}
          placeholder={choosesExit ? t('Search exits') : t('Search steps')}
          className="h-9 w-full border-line border-y bg-transparent px-4 outline-none placeholder:text-ink-faint pointer-coarse:h-11"
        />
        <Command.List className="max-h-72 overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-ink-faint">{t('Nothing matches.')}</Command.Empty>
          {choosesExit ? (
            <Exits outputs={outputs} onChoose={setExit} />
          ) : (
            <WireTargets edgeTo={edgeTo} onChoose={connect} />
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

function Exits({ outputs, onChoose }: { readonly outputs: readonly Port[]; onChoose(exit: string): void }) {
  return outputs.map((port) => (
    <Command.Item
      key={port.id}
      value={port.label}
      onSelect={() => onChoose(port.id)}
      className="flex items-center gap-2.5 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-pressed pointer-coarse:min-h-11"
    >
      <CornerDownRight aria-hidden className="size-4 text-ink-faint" />
      {port.label}
    </Command.Item>
  ))
}
