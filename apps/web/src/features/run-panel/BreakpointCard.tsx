import type { RunState } from '@petal/core/model'
import { Button, Card } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Hand, Play, Square, StepForward } from 'lucide-react'
import { Suspense } from 'react'
import { useStore } from 'zustand/react'
import { agentTitle } from '../../editor/agentTitle.ts'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { indexSteps, selectFileAgent } from '../../editor/selectors.ts'
import { buttonsForFingers } from '../../look/buttonsForFingers.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { PausedState } from './state-editor/PausedState.tsx'
import { stateAtBreakpoint } from './stateAtBreakpoint.ts'

const EditedNote = lazyPart(async () => (await import('./people/EditedNote.tsx')).EditedNote)

/** The run stopped where the person asked it to: what the next step will find, and the ways on. */
export function BreakpointCard({ run }: { readonly run: RunState }) {
  const controller = useRunController()
  const { select, askCanvas, showAgent } = useActions()
  const agent = useEditor(selectFileAgent)
  const isHeld = useStore(controller.activity, ({ editing }) => editing === true)
  const { when = 'before', stepIds = [], agentId } = run.breakpoint ?? {}
  const inner = agentId === undefined ? undefined : agent.agents?.[agentId]
  const names = stepIds.map((id) => indexSteps(inner ?? agent).get(id)?.nodeName ?? run.steps[id]?.nodeName ?? id)
  const where = sayWhere(when, names.join(', '), inner && agentTitle(inner, agentId))
  const state = stateAtBreakpoint(run)
  const atHand = controller.agentAtHand
  const stateType = (agentId === undefined ? atHand : atHand?.agents?.[agentId])?.stateType
  const show = () => {
    showAgent(agentId)
    select({ stepIds })
    askCanvas('reveal', stepIds)
  }
  return (
    <Card role="group" aria-label={t('The run waits for you')} className="flex flex-col gap-2 border-human/40">
      <p className="flex items-center gap-2 font-medium text-ink">
        <Hand aria-hidden className="size-4 shrink-0 text-human" />
        {where}
      </p>
      {run.edits === undefined ? null : (
        <Suspense>
          <EditedNote run={run} />
        </Suspense>
      )}
      <div className={`flex flex-wrap gap-2 ${buttonsForFingers}`}>
        <Button variant="primary" icon={<Play />} disabled={isHeld} onClick={() => controller.resume()}>
          {t('Continue')}
        </Button>
        <Button icon={<StepForward />} disabled={isHeld} onClick={() => controller.step()}>
          {t('Step')}
        </Button>
        <Button icon={<Square />} disabled={isHeld} onClick={() => controller.giveUp()}>
          {t('Stop')}
        </Button>
        <Button variant="ghost" onClick={show}>
          {t('Show the step')}
        </Button>
      </div>
      <PausedState stateType={stateType} state={state} />
    </Card>
  )
}

function sayWhere(when: 'before' | 'after', names: string, agentName: string | undefined): string {
  if (agentName === undefined)
    return when === 'before' ? t('Paused before {names}', { names }) : t('Paused after {names}', { names })
  const values = { names, agentName }
  return when === 'before'
    ? t('Paused before {names} in {agentName}', values)
    : t('Paused after {names} in {agentName}', values)
}
