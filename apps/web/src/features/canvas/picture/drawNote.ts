import type { Note } from '../../../editor/notes.ts'
import { drawLine } from './drawText.ts'
import { breakLines, type TextRun } from './fitText.ts'
import { noteColours } from './noteColours.ts'
import type { Pen } from './Pen.ts'
import type { Shape, TextStyle } from './Shape.ts'

const padding = 13
const lineHeight = 20
const fontSize = 13

/** A note with as many of its lines as it has room for. Of its Markdown, headings, lists and strong words show. */
export function drawNote({ position: [x, y], size: [width, height], text, colour }: Note, pen: Pen): readonly Shape[] {
  const [stroke, fill] = noteColours[colour]
  const room = Math.max(1, Math.floor((height - 2 * padding) / lineHeight))
  const measure = (run: TextRun) => pen.measure(run.text, styleOf(run.strong, pen))
  const lines = text.split('\n').flatMap((line) => breakLines(readLine(line), width - 2 * padding, room, measure))
  const shown = lines.slice(0, room).map((runs, index) => {
    const parts = runs.map((run) => ({ text: run.text, ...styleOf(run.strong, pen) }))
    return drawLine(x + padding, y + padding + (index + 0.5) * lineHeight, parts, fontSize)
  })
  return [{ kind: 'box', x, y, width, height, radius: 8, fill: pen.colour(fill), stroke: pen.colour(stroke) }, ...shown]
}

function styleOf(strong: boolean, { colour }: Pen): TextStyle {
  return { size: fontSize, weight: strong ? 600 : 400, fill: colour('ink') }
}

/** A heading is strong as a whole; of other lines what stands between two stars. */
function readLine(line: string): readonly TextRun[] {
  const strong = /^\s*#{1,6}\s/.test(line)
  const words = line
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/^(\s*)[-*+]\s+/, '$1• ')
    .replaceAll(/`(.+?)`/g, '$1')
    .replaceAll(/\[(.+?)\]\(.*?\)/g, '$1')
  return words
    .split(/\*\*(.+?)\*\*/)
    .map((text, index) => ({ text, strong: strong || index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
