import { type LocalFinding, type ProviderName, setLLM } from '@petal/core/model'
import { Button, Combobox, toast } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../../editor/EditorContext.tsx'
import { label } from '../../../editor/label.ts'

interface FoundServerProps {
  readonly finding: LocalFinding
  onSetUp(provider: ProviderName, settings: { readonly baseUrl: string; readonly model: string }): void
}

const marks = {
  server: <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />,
  closed: <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />,
  other: <CircleHelp aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />,
} as const

/** What was found at one address: a server to take, or what stands in the way. */
export function FoundServer({ finding, onSetUp }: FoundServerProps) {
  const { kind, name, address } = finding
  const { advice } = finding
  return (
    <li aria-label={t('{name} at {address}', { name, address })} className="flex items-start gap-2 px-3 py-2">
      {marks[kind]}
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p className="text-ink">
          <span className="font-medium">{name}</span>{' '}
          <span className="break-all font-mono text-ink-soft text-sm">{address}</span>{' '}
          {kind === 'closed' ? t('answers, but does not let this page read its answers (CORS).') : null}
        </p>
        {advice === undefined ? null : <p className="select-text break-words text-ink-soft text-sm">{advice}</p>}
        {kind === 'server' ? <TakeServer finding={finding} onSetUp={onSetUp} /> : null}
      </div>
    </li>
  )
}

interface TakeServerProps extends Pick<FoundServerProps, 'onSetUp'> {
  readonly finding: Extract<LocalFinding, { readonly kind: 'server' }>
}

function TakeServer({ finding, onSetUp }: TakeServerProps) {
  const { name, provider, baseUrl, models } = finding
  const { editFile: edit } = useActions()
  const [model, setModel] = useState(models[0] ?? '')
  const applyToAgent = () => {
    edit(label(msg('Use {title}'), { title: name }), (agent) => setLLM(agent, { provider, model, baseUrl }), 'record')
    toast.success(t('The open agent now asks {model}', { model }))
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Combobox
        aria-label={t('Model of {name}', { name })}
        mono
        className="min-w-48 flex-1"
        value={model}
        placeholder={t('Name of a model')}
        options={models.map((value) => ({ value }))}
        onValueChange={setModel}
      />
      <Button size="sm" disabled={model.trim() === ''} onClick={applyToAgent}>
        {t('Use it in the open agent')}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onSetUp(provider, { baseUrl, model })}>
        {t('Set up…')}
      </Button>
    </div>
  )
}
