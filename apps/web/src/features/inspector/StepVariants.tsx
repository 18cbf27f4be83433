import type { State, StepConfig } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Play, Square } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand/react'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent, selectFocus, selectShownRun } from '../../editor/selectors.ts'
import { stateSeenBy } from '../../editor/stateSeenBy.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { type StepVariant, stepTrialsOf } from '../../runner/StepTrials.ts'
import { VariantCard } from './VariantCard.tsx'

const none: readonly StepVariant[] = []

/** The tries of a step side by side, the newest first, each with the settings it was made with. */
export function StepVariants({ step }: { readonly step: StepConfig }) {
  const controller = useRunController()
  const editor = useEditorInstance()
  const actions = useActions()
  const trials = stepTrialsOf(controller.trials)
  const agentId = useEditor(selectFocus)
  const libraryId = useEditor((state) => state.session.agentId)
  const key = JSON.stringify([libraryId ?? null, agentId ?? null, step.id])
  const variants = useStore(trials.variants, (all) => all[key] ?? none)
  const seen = useEditor((state) => stateSeenBy(selectShownRun(state), step.id))
  const list = useRef<HTMLUListElement>(null)
  const newest = variants[0]?.number
  // The newest stands first: whoever looked at older ones is shown it.
  useEffect(() => {
    if (newest !== undefined) list.current?.scrollTo({ left: 0 })
  }, [newest])
  const isRunning = variants[0]?.isRunning === true
  const begin = () => {
    const given = agentId === undefined ? controller.input.read({ evenIfEmpty: true }) : undefined
    const state: State | undefined = seen ?? given
    if (state === undefined && agentId === undefined) return actions.showRun('run')
    const agent = selectAgent(editor.store.getState())
    void trials.begin({ key, agent, step, facts: editor.facts, state: state ?? {} })
  }
  return (
    <div className="flex flex-col gap-3 pt-2">
      <div className="flex flex-wrap items-center gap-2">
        {isRunning ? (
          <Button size="sm" icon={<Square />} onClick={() => trials.stop(key)}>
            {t('Stop')}
          </Button>
        ) : (
          <Button size="sm" icon={<Play />} onClick={begin}>
            {t('Try')}
          </Button>
        )}
        <p className="min-w-0 flex-1 text-ink-faint text-sm">{describeSource(seen, agentId)}</p>
      </div>
      {variants.length === 0 ? null : (
        <ul ref={list} aria-label={t('Variants')} className="-mx-4 flex snap-x gap-2 overflow-x-auto px-4 pb-1">
          {variants.map((variant) => (
            <VariantCard
              key={variant.number}
              variant={variant}
              step={step}
              onUse={() => actions.setStepValue(step.id, 'config', variant.step.config)}
              onRemove={() => trials.remove(key, variant.number)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function describeSource(seen: State | undefined, agentId: string | undefined): string {
  if (seen !== undefined) return t('With the values it saw in the newest run.')
  return agentId === undefined
    ? t('With the input of the run panel: nothing has run yet.')
    : t('Without values: nothing has run yet.')
}
