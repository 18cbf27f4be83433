import type { Json, Position } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { type CardPlaces, moveCards, moveCardsBy } from '../operations/moveCards.ts'
import { moveSteps } from '../operations/moveSteps.ts'
import { setStepValue } from '../operations/setStepValue.ts'
import { countSelected } from '../pruneSelection.ts'
import { selectSelection } from '../selectors.ts'
import { addingActions } from './addingActions.ts'
import { deleteSelection } from './deleteSelection.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with steps. */
export function stepActions(tools: EditorTools) {
  const { store, facts, history, session } = tools
  return {
    ...addingActions(tools),
    /**
     * Sets a value of a step. `path` as in a `Problem`: `config.prompt`, `nodeName`, `timeout`, `strategyType`; no value
     * removes it. Changes of one `gesture` (a burst of typing) make one entry.
     */
    setStepValue: (stepId: string, path: string, value: Json | undefined, gesture?: string): boolean =>
      history.edit(
        msg('Edit step'),
        (agent) => setStepValue(agent, facts, { stepId, path, value }),
        gesture === undefined ? 'record' : { merge: gesture },
      ),
    moveSteps: (places: Readonly<Record<string, Position>>, label = 'Move'): boolean =>
      history.commit(label, (document) => moveSteps(document, places), 'record'),
    moveCards: (places: CardPlaces): boolean =>
      history.commit(msg('Move'), (document) => moveCards(document, places), 'record'),
    /** Moves the selected steps and notes; key presses of one gesture make one entry. */
    nudge: (dx: number, dy: number, gesture: string): void => {
      const selection = selectSelection(store.getState())
      if (selection.stepIds.length + selection.noteIds.length === 0) return
      const changed = history.commit(msg('Move'), (document) => moveCardsBy(document, selection, dx, dy), {
        merge: gesture,
      })
      if (changed)
        session.announce(t('Moved {abs} to the {direction}', { abs: Math.abs(dx || dy), direction: direction(dx, dy) }))
    },
    /** Removes what is selected; with `reconnect`, neighbours are joined where that is unambiguous. */
    removeSelection: (reconnect = true): void => {
      const selection = selectSelection(store.getState())
      if (countSelected(selection) > 0) deleteSelection(tools, msg('Delete'), selection, reconnect)
    },
  }
}

function direction(dx: number, dy: number): string {
  if (dx !== 0) return dx > 0 ? 'right' : 'left'
  return dy > 0 ? 'bottom' : 'top'
}
