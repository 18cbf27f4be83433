import type { Position } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { useCallback, useRef } from 'react'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import type { EditorState } from '../../editor/EditorState.ts'
import { placeSteps } from '../../editor/placeSteps.ts'
import { edgesOfAgent, selectDocument } from '../../editor/selectors.ts'

type Places = Readonly<Record<string, Position>>

const glideMs = 260
/** With more cards than this the animation would stutter, so they jump. */
const glideLimit = 300

/** Tidies steps, or all of them: the cards glide to their places, and the whole is one undo entry. */
export function useTidy(setMoving: (places: Places | undefined) => void): (stepIds?: readonly string[]) => void {
  const editor = useEditorInstance()
  const turn = useRef(0)
  return useCallback(
    (stepIds) => {
      turn.current += 1
      const mine = turn.current
      const placeOf = ({ session }: EditorState) => JSON.stringify([session.agentId, session.trail])
      const begun = placeOf(editor.store.getState())
      void tidyPlaces(editor, stepIds).then(async ({ from, to }) => {
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || Object.keys(to).length > glideLimit
        if (!calm) await glide(from, to, (places) => (turn.current === mine ? setMoving(places) : undefined))
        if (turn.current !== mine) return
        // Another agent may have been opened meanwhile, with steps of the same ids.
        if (placeOf(editor.store.getState()) !== begun) return setMoving(undefined)
        editor.actions.moveSteps(to, msg('Tidy'))
        editor.actions.announce(t('Tidied'))
        setMoving(undefined)
      })
    },
    [editor, setMoving],
  )
}

/** Where the cards are and where they should be. */
async function tidyPlaces(
  { store, facts }: Editor,
  stepIds?: readonly string[],
): Promise<{ from: Places; to: Places }> {
  const { agent, layout } = selectDocument(store.getState())
  const wanted = stepIds && stepIds.length > 1 ? new Set(stepIds) : undefined
  const steps = agent.steps.filter((step) => !wanted || wanted.has(step.id))
  const { groupsOf, tidyLayout, tidyLimit, toBox, settleTidied } = await import('../../editor/tidyLayout.ts')
  const boxes = steps.map((step) => toBox(step.id, facts.of(step).ports))
  const tidy =
    steps.length > tidyLimit
      ? placeSteps({ ...agent, steps, layout: {} })
      : tidyLayout(boxes, edgesOfAgent(agent), groupsOf(agent))
  const from = Object.fromEntries(steps.map(({ id }): [string, Position] => [id, layout[id] ?? [0, 0]]))
  return { from, to: settleTidied(boxes, from, tidy) }
}

function glide(from: Places, to: Places, show: (places: Places) => void): Promise<void> {
  const begin = performance.now()
  return new Promise((resolve) => {
    const frame = (now: number) => {
      const part = Math.min(1, (now - begin) / glideMs)
      const eased = 1 - (1 - part) ** 3
      const places = Object.entries(to).map(([id, [x, y]]): [string, Position] => {
        const [fromX, fromY] = from[id] ?? [x, y]
        return [id, [fromX + (x - fromX) * eased, fromY + (y - fromY) * eased]]
      })
      show(Object.fromEntries(places))
      if (part < 1) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
}
