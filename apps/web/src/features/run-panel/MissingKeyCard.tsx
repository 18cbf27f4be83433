import { type LLMConfig, providerTable } from '@petal/core/model'
import { Button, Card } from '@petal/ui'
import { msg, plural, t } from '@petal/ui/language'
import { KeyRound } from 'lucide-react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { selectFileAgent } from '../../editor/selectors.ts'
import { KeyForm } from '../../look/KeyForm.tsx'
import { TextWith } from '../../look/TextWith.tsx'
import type { MissingKey } from '../../runner/keyNeeds.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { replaceModel } from '../../runner/replaceModel.ts'
import { useKeyring } from '../../storage/KeyringContext.tsx'

interface MissingKeyCardProps {
  readonly missing: MissingKey
  /** True for a run that waited: it goes on with the agent as it was, so no other model can take over. */
  readonly goesOn: boolean
}

/** A key is missing: paste one, or let another model answer. Then the run goes on by itself. */
export function MissingKeyCard({ missing, goesOn }: MissingKeyCardProps) {
  const { keyRef, host, stepIds } = missing
  const provider = missing.provider === undefined ? host : t(providerTable[missing.provider].label)
  const keyring = useKeyring()
  const controller = useRunController()
  const { editFile: edit } = useActions()
  const names = useUserNames(missing)
  const replaceBy = (name: LLMConfig['provider']) => {
    const model = { provider: name, model: providerTable[name].defaultModel }
    edit(
      label(msg('Use {title}'), { title: providerTable[name].label }),
      (agent) => replaceModel(agent, stepIds, model),
      'record',
    )
    controller.retryGate()
  }
  return (
    <Card role="group" aria-label={t('Key for {provider}', { provider })} className="flex max-w-xl flex-col gap-3">
      <div className="flex items-start gap-2.5">
        <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <div>
          <p className="font-medium text-ink">{t('{provider}: a key is missing', { provider })}</p>
          <p className="text-ink-soft">
            {plural(
              names.length,
              '{names} asks {host}, under the key reference {keyRef}.',
              '{names} ask {host}, under the key reference {keyRef}.',
              { names: names.join(', '), host, keyRef },
            )}
          </p>
        </div>
      </div>
      {missing.why === 'otherHost' ? (
        <AllowHost
          missing={missing}
          onAllow={async () => {
            await keyring.allowHost(keyRef, host)
            controller.retryGate()
          }}
        />
      ) : null}
      <KeyForm
        host={host}
        action={goesOn ? t('Save and go on') : t('Save and run')}
        autoFocus
        onSave={async (value, keep) => {
          await keyring.save({ keyRef, value, hosts: [host] }, keep)
          controller.retryGate()
        }}
      />
      {goesOn || missing.provider === undefined ? null : <OtherModels onChoose={replaceBy} />}
    </Card>
  )
}

function OtherModels({ onChoose }: { onChoose(provider: LLMConfig['provider']): void }) {
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-t pt-3">
      <span className="text-ink-soft">{t('No key?')}</span>
      <Button size="sm" onClick={() => onChoose('practice')}>
        {t('Use the practice model')}
      </Button>
      <Button size="sm" onClick={() => onChoose('ollama')}>
        {t('Use a model on this computer')}
      </Button>
    </div>
  )
}

function AllowHost({ missing, onAllow }: { readonly missing: MissingKey; onAllow(): void }) {
  return (
    <p className="rounded-md bg-warn-soft p-2 text-ink">
      <TextWith
        text={t('The key {keyRef} was saved for another host and is not sent to {host}.')}
        parts={{
          keyRef: <span className="font-mono text-sm">{missing.keyRef}</span>,
          host: <span className="font-mono text-sm">{missing.host}</span>,
        }}
      />{' '}
      <Button size="sm" onClick={onAllow}>
        {t('Allow it there too')}
      </Button>
    </p>
  )
}

/** The names of the steps and tools that need the key. */
function useUserNames({ stepIds, toolNames = [] }: MissingKey): readonly string[] {
  const agent = useEditor(selectFileAgent)
  return [...stepIds.map((id) => agent.steps.find((step) => step.id === id)?.nodeName ?? id), ...toolNames]
}
