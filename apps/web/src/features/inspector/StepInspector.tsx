import type { StepConfig } from '@petal/core/model'
import { ProblemNote } from '@petal/ui/schema-form'
import { Suspense, useState } from 'react'
import { useEditor, useStep, useStepFacts, useStepProblems } from '../../editor/EditorContext.tsx'
import { listFields } from '../../editor/listFields.ts'
import { listReads } from '../../editor/listReads.ts'
import { useProblemFix } from '../../editor/useProblemFix.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { DataFlow } from './DataFlow.tsx'
import { DisabledNote } from './DisabledNote.tsx'
import { FixedNote } from './FixedNote.tsx'
import { StepForm } from './StepForm.tsx'
import { StepHeader } from './StepHeader.tsx'
import { TryStep } from './TryStep.tsx'
import { UnknownStep } from './UnknownStep.tsx'
import { useFocusTarget } from './useFocusTarget.ts'

const StepJson = lazyPart(async () => (await import('./StepJson.tsx')).StepJson)

interface StepInspectorProps {
  readonly stepId: string
}

/** Everything about one step: what it is, its settings, what it reads and writes. */
export function StepInspector({ stepId }: StepInspectorProps) {
  const step = useStep(stepId)
  const facts = useStepFacts(stepId)
  const readOnly = useEditor((state) => state.session.readOnly !== undefined)
  const focus = useFocusTarget(stepId)
  const [asJson, setAsJson] = useState(false)
  if (step === undefined || facts === undefined) return null
  return (
    <div data-history="document" className="flex flex-col">
      <StepHeader step={step} facts={facts} disabled={readOnly} focus={focus} asJson={asJson} onAsJson={setAsJson} />
      {step.disabled ? <DisabledNote step={step} readOnly={readOnly} /> : null}
      <FixedNote stepId={stepId} />
      <LooseProblems step={step} all={asJson} />
      {asJson ? (
        <Suspense fallback={null}>
          <StepJson step={step} disabled={readOnly} />
        </Suspense>
      ) : facts.definition === undefined ? (
        <UnknownStep step={step} />
      ) : (
        <StepForm step={step} definition={facts.definition} disabled={readOnly} focus={focus} />
      )}
      {facts.definition === undefined || readOnly ? null : <TryStep step={step} />}
      <DataFlow reads={listReads(facts)} writes={facts.writes} />
    </div>
  )
}

interface LooseProblemsProps {
  readonly step: StepConfig
  /** Where there are no fields. */
  readonly all: boolean
}

/** The problems that no field of the form can show. */
function LooseProblems({ step, all }: LooseProblemsProps) {
  const fix = useProblemFix()
  const facts = useStepFacts(step.id)
  const problems = useStepProblems(step.id)
  const fields = facts?.definition === undefined ? [] : listFields(facts.definition)
  const places = ['nodeName', 'timeout', 'retry', 'onError', ...fields.map(({ name }) => `config.${name}`)]
  const loose = problems.filter(
    ({ path }) =>
      all ||
      path === undefined ||
      !places.some((place) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`)),
  )
  if (loose.length === 0) return null
  return (
    <div className="flex flex-col gap-2 border-line border-b bg-sunken px-4 py-3">
      {loose.map((problem) => (
        <ProblemNote key={`${problem.code} ${problem.message}`} problem={problem} onFix={fix && (() => fix(problem))} />
      ))}
    </div>
  )
}
