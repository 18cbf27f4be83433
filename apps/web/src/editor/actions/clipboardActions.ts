import type { Position } from '@petal/core/model'
import { msg, plural, t } from '@petal/ui/language'
import type { AgentDocument } from '../AgentDocument.ts'
import { cardBoxes } from '../cardBoxes.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import { freePlace } from '../freePlace.ts'
import { listNotes } from '../notes.ts'
import { copySteps, type PartialAgent, pasteSteps, readSteps, writeSteps } from '../operations/partialAgent.ts'
import { selectAgent, selectDocument, selectSelection } from '../selectors.ts'
import { stepsAlong } from '../stepsAlong.ts'
import { deleteSelection } from './deleteSelection.ts'
import type { EditorTools } from './EditorTools.ts'

/** How far a copy stands from its original, in canvas units. */
const offset = 40

/** Copying and pasting. The text goes through the system's clipboard, so that it works between tabs. */
export function clipboardActions(tools: EditorTools) {
  const { store, history, session, facts } = tools
  const copySelected = (): PartialAgent | undefined =>
    copySteps(selectDocument(store.getState()), selectSelection(store.getState()))
  const insert = (label: string, part: PartialAgent, at: Position): void => {
    const { document, stepIds, noteIds } = pasteSteps(selectDocument(store.getState()), facts, part, at)
    if (!history.commit(label, () => document, 'record')) return
    session.select({ stepIds, noteIds })
    session.askCanvas('reveal', stepIds)
    session.announce(plural(stepIds.length, '{label}: one step', '{label}: {count} steps', { label }))
  }
  return {
    /** The text of the selected steps, for the clipboard; undefined when none is selected. */
    copy: (): string | undefined => {
      const part = copySelected()
      if (!part) return undefined
      session.announce(plural(part.steps.length, 'One step copied', '{count} steps copied'))
      return writeSteps(part)
    },
    /** The same, and takes away what was copied: notes come along with their group, also where they are not selected. */
    cut: (): string | undefined => {
      const part = copySelected()
      if (!part) return undefined
      const { notes = [] } = part
      const noteIds = listNotes({ ...selectAgent(store.getState()), notes }).map(({ id }) => id)
      const taken = { ...selectSelection(store.getState()), noteIds }
      deleteSelection(tools, msg('Cut'), taken, true)
      return writeSteps(part)
    },
    /** Pastes copied steps, their top left corner at `at`. False when the text is something else. */
    paste: (text: string, at?: Position): boolean => {
      const part = readSteps(text)
      if (!part) return false
      insert(msg('Paste'), part, at ?? beside(part, selectDocument(store.getState()), facts))
      return true
    },
    duplicate: (): void => {
      const part = copySelected()
      if (part) insert(msg('Duplicate'), part, beside(part, selectDocument(store.getState()), facts))
    },
    /** Adds to the selected steps what leads to them, or what they lead to. */
    selectAlong: (direction: 'before' | 'after'): void => {
      const state = store.getState()
      const stepIds = stepsAlong(selectAgent(state), selectSelection(state).stepIds, direction)
      session.select({ stepIds })
      session.announce(t('Selected {count} steps', { count: stepIds.length }))
    },
    selectAll: (): void =>
      session.select({ stepIds: selectDocument(store.getState()).agent.steps.map((step) => step.id) }),
  }
}

/** Below the original, a little to the right. */
function beside({ steps, layout }: PartialAgent, document: AgentDocument, facts: StepFactsSource): Position {
  const boxes = cardBoxes(steps, layout, facts)
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top
  const wanted = { x: left + offset, y: top + height + offset, width, height }
  return freePlace(cardBoxes(document.agent.steps, document.layout, facts), wanted)
}
