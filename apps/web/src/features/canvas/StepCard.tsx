import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type NodeProps, useStore } from '@xyflow/react'
import { memo, Suspense } from 'react'
import { useEditor, useStep, useStepFacts, useStepRun } from '../../editor/EditorContext.tsx'
import { selectDocument, selectFixedOutput, selectStepRun } from '../../editor/selectors.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { ProblemBadge } from '../../look/ProblemBadge.tsx'
import { CardBreakpoint } from './CardBreakpoint.tsx'
import { CardFace } from './CardFace.tsx'
import { CardHandles } from './CardHandles.tsx'
import { CardQuestion } from './CardQuestion.tsx'
import { CardStatus } from './CardStatus.tsx'
import { InnerPeek } from './InnerPeek.tsx'
import { LightCard } from './LightCard.tsx'
import { selectReadable } from './readableZoom.ts'
import { TokenPeek } from './TokenPeek.tsx'
import type { CardNode } from './toFlow.ts'

const CardFixed = lazyPart(async () => (await import('./CardFixed.tsx')).CardFixed)
const CardFixedWithin = lazyPart(async () => (await import('./CardFixedWithin.tsx')).CardFixedWithin)
const CardPin = lazyPart(async () => (await import('./CardPin.tsx')).CardPin)

/** The card of one step. It selects what it shows by the step's id, so that an edit renders one card only. */
export const StepCard = memo(function StepCard({ data, selected }: NodeProps<CardNode>) {
  const readable = useStore(selectReadable)
  return readable ? (
    <FullCard stepId={data.stepId} selected={selected} />
  ) : (
    <LightCard stepId={data.stepId} selected={selected} />
  )
})

const runStyles = {
  running: 'border-accent shadow-[0_0_0_3px_var(--color-accent-soft)]',
  waiting: 'border-human shadow-[0_0_0_3px_var(--color-human-soft)]',
  ended: 'border-ok-line',
  failed: 'border-danger shadow-[0_0_0_3px_var(--color-danger-soft)]',
  stopped: 'border-line-strong',
  skipped: 'opacity-55 forced-colors:border-dotted forced-colors:opacity-100',
} as const

function FullCard({ stepId, selected }: { readonly stepId: string; readonly selected: boolean }) {
  const step = useStep(stepId)
  const facts = useStepFacts(stepId)
  const status = useEditor((state) => selectStepRun(state, stepId)?.status)
  const isPinned = useEditor((state) => selectDocument(state).layout[stepId]?.[2] !== undefined)
  const isFixed = useEditor((state) => selectFixedOutput(state, stepId) !== undefined)
  const hasFixed = useEditor(({ session }) => Object.keys(session.fixedOutputs).length > 0)
  if (!step || !facts) return null
  const mayFixWithin = hasFixed && facts.agents.length > 0
  return (
    <div className="group h-full w-full">
      <CardFace
        name={step.nodeName ?? facts.typeTitle}
        facts={facts}
        className={cn(
          'transition-shadow duration-100 group-hover:border-line-strong group-hover:shadow-lg',
          status && !step.disabled && runStyles[status],
          step.disabled && 'border-dashed opacity-60 forced-colors:opacity-100',
          selected && 'border-accent outline-2 outline-accent -outline-offset-1 group-hover:border-accent',
        )}
        aside={
          <>
            <ProblemBadge stepId={stepId} />
            <RunMark stepId={stepId} />
          </>
        }
      />
      {step.disabled ? (
        <span className="absolute -top-2.5 right-3 rounded-full border border-line-strong bg-surface px-2 text-ink-soft text-xs">
          {t('Disabled')}
        </span>
      ) : null}
      {isFixed ? (
        <Suspense fallback={null}>
          <CardFixed />
        </Suspense>
      ) : mayFixWithin ? (
        <Suspense fallback={null}>
          <CardFixedWithin stepId={stepId} />
        </Suspense>
      ) : null}
      {isPinned ? (
        <Suspense fallback={null}>
          <CardPin />
        </Suspense>
      ) : null}
      <CardHandles ports={facts.ports} />
      <CardBreakpoint stepId={stepId} />
      <RunPeek stepId={stepId} callsAgents={facts.agents.length > 0} />
      {status === 'waiting' ? <CardQuestion stepId={stepId} /> : null}
    </div>
  )
}

/** Apart from the card, as the peek is: a run tells something new of its step many times a second. */
function RunMark({ stepId }: { readonly stepId: string }) {
  const run = useStepRun(stepId)
  return run ? <CardStatus run={run} /> : null
}

function RunPeek({ stepId, callsAgents }: { readonly stepId: string; readonly callsAgents: boolean }) {
  const run = useStepRun(stepId)
  if (!run) return null
  return callsAgents ? <InnerPeek run={run} /> : <TokenPeek run={run} />
}
