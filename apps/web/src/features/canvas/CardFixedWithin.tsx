import { plural, t } from '@petal/ui/language'
import type { MouseEvent } from 'react'
import { useActions, useEditor, useEditorInstance, useStep } from '../../editor/EditorContext.tsx'
import { listFixedWithin } from '../../editor/listFixedWithin.ts'
import { selectFileAgent } from '../../editor/selectors.ts'
import { CardSign } from './CardSign.tsx'

/** How many steps of the agents that a step calls are not run, and the way to the first of them. */
export function CardFixedWithin({ stepId }: { readonly stepId: string }) {
  const { facts } = useEditorInstance()
  const { openAgentOf, select, askCanvas } = useActions()
  const step = useStep(stepId)
  const file = useEditor(selectFileAgent)
  const fixedOutputs = useEditor(({ session }) => session.fixedOutputs)
  const found = step === undefined ? [] : listFixedWithin(step, file, fixedOutputs, facts)
  const [first] = found
  if (first === undefined) return null
  const show = (event: MouseEvent) => {
    // A click on the card would choose this step again, which is not there any more.
    event.stopPropagation()
    for (const call of first.way) openAgentOf(call.stepId, call.agentId)
    select({ stepIds: [first.stepId] })
    askCanvas('reveal', [first.stepId])
  }
  return (
    <button
      type="button"
      title={t('Runs take fixed outputs for steps within: show them')}
      onClick={show}
      className="nodrag nopan focus-ring absolute -bottom-2.5 left-3 flex items-center gap-1 rounded-full border border-warn-line bg-warn-soft px-2 text-warn text-xs hover:border-warn"
    >
      <CardSign d="M7 11V7a5 5 0 0 1 10 0v4M5 11h14v10H5z" />
      {plural(found.length, '1 fixed output within', '{count} fixed outputs within')}
    </button>
  )
}
