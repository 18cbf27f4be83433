import type { Position } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { type Alignment, type ArrangedBox, alignBoxes, type Direction, distributeBoxes } from '../arrangeBoxes.ts'
import { moveCards } from '../operations/moveCards.ts'
import { selectedBoxes } from '../selectedBoxes.ts'
import { selectDocument, selectSelection } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

type Places = Readonly<Record<string, Position>>

/** What cards are aligned at, in words. */
const lines: Readonly<Record<Alignment, string>> = {
  left: msg('their left edges'),
  centre: msg('their centres'),
  right: msg('their right edges'),
  top: msg('their top edges'),
  middle: msg('their middles'),
  bottom: msg('their bottom edges'),
}

const distributed: Readonly<Record<Direction, string>> = {
  horizontally: msg('Distributed horizontally'),
  vertically: msg('Distributed vertically'),
}

/** Putting the selected cards in line. */
export function alignActions({ store, facts, history, session }: EditorTools) {
  /** Steps and notes are arranged alike: under ids that tell them apart. */
  const arrange = (label: string, words: string, place: (boxes: readonly ArrangedBox[]) => Places): void => {
    const state = store.getState()
    const { steps, notes } = selectedBoxes(selectDocument(state), selectSelection(state), facts)
    const places = place([...named('step:', steps), ...named('note:', notes)])
    const moved = { steps: placesOf('step:', places), notes: placesOf('note:', places) }
    if (history.commit(label, (document) => moveCards(document, moved), 'record')) session.announce(words)
  }
  return {
    align: (alignment: Alignment): void =>
      arrange(msg('Align'), t('Aligned at {lines}', { lines: t(lines[alignment]) }), (boxes) =>
        alignBoxes(boxes, alignment),
      ),
    distribute: (direction: Direction): void =>
      arrange(msg('Distribute'), t(distributed[direction]), (boxes) => distributeBoxes(boxes, direction)),
  }
}

function named(kind: string, boxes: readonly ArrangedBox[]): readonly ArrangedBox[] {
  return boxes.map((box) => ({ ...box, id: kind + box.id }))
}

function placesOf(kind: string, places: Places): Places {
  const own = Object.entries(places).filter(([id]) => id.startsWith(kind))
  return Object.fromEntries(own.map(([id, place]) => [id.slice(kind.length), place]))
}
