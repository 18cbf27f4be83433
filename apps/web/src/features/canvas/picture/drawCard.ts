import { ERROR_EXIT } from '@petal/core/model'
import type { Box } from '../../../editor/cardSize.ts'
import { cardHeight, portRow } from '../../../editor/cardSize.ts'
import type { StepFacts } from '../../../editor/createStepFacts.ts'
import { drawShadow } from './drawShadow.ts'
import { drawLine, drawText } from './drawText.ts'
import { breakLines, cutText, type TextRun } from './fitText.ts'
import type { Pen } from './Pen.ts'
import type { Shape, TextStyle } from './Shape.ts'

const padding = 15
const iconSize = 28
const nameX = padding + iconSize + 10

/** A step's card as `CardFace` shows it. */
export function drawCard(box: Box, name: string, facts: StepFacts, pen: Pen): readonly Shape[] {
  const { colour } = pen
  const known = facts.definition !== undefined
  const face: Shape = {
    kind: 'box',
    ...box,
    radius: 12,
    fill: colour(known ? 'surface' : 'sunken'),
    stroke: colour(known ? 'line' : 'line-strong'),
    ...(known ? {} : { dash: '4 3' }),
  }
  const bar: Shape = {
    kind: 'box',
    x: box.x,
    y: box.y + 12,
    width: 3,
    height: box.height - 24,
    radius: 1.5,
    fill: colour(facts.category),
  }
  return [
    ...drawShadow(box, 12),
    face,
    bar,
    ...drawIcon(box, facts, pen),
    ...drawNames(box, name, facts, pen),
    ...drawSummary(box, facts.summary, pen),
    ...drawRows(box, facts, pen),
  ]
}

function drawIcon({ x, y }: Box, { category, icon }: StepFacts, { colour, icon: pathsOf }: Pen): readonly Shape[] {
  const [left, top] = [x + padding, y + padding]
  const tile: Shape = {
    kind: 'box',
    x: left,
    y: top,
    width: iconSize,
    height: iconSize,
    radius: 8,
    fill: colour(`${category}-soft`),
  }
  const place = { x: left + 6, y: top + 6, scale: 16 / 24 }
  const lines = pathsOf(icon).map(
    (path): Shape => ({ kind: 'path', path, stroke: colour(category), strokeWidth: 2, place }),
  )
  return [tile, ...lines]
}

function drawNames({ x, y, width }: Box, name: string, { typeTitle }: StepFacts, pen: Pen): readonly Shape[] {
  const title: TextStyle = { size: 13, weight: 600, fill: pen.colour('ink') }
  const type: TextStyle = { size: 11, weight: 400, fill: pen.colour('ink-faint') }
  const room = width - nameX - 13
  const line = (text: string, middle: number, style: TextStyle) =>
    drawText(
      x + nameX,
      y + middle,
      cutText(text, room, (part) => pen.measure(part, style)),
      style,
    )
  if (name === typeTitle) return [line(name, 29, title)]
  return [line(name, 22, title), line(typeTitle, 38, type)]
}

function drawSummary({ x, y, width }: Box, summary: string, pen: Pen): readonly Shape[] {
  const size = 12
  const look = (strong: boolean) => ({
    weight: strong ? (500 as const) : (400 as const),
    fill: pen.colour(strong ? 'ink' : 'ink-soft'),
  })
  const measure = ({ text, strong }: TextRun) => pen.measure(text, { size, ...look(strong) })
  const lines = breakLines(readEmphasis(summary), width - 2 * padding, 2, measure)
  return lines.map((runs, index) => {
    const parts = runs.map(({ text, strong }) => ({ text, ...look(strong) }))
    return drawLine(x + padding, y + 61 + index * 16, parts, size)
  })
}

/** A line in which *stars* emphasise. */
function readEmphasis(text: string): readonly TextRun[] {
  return text
    .split(/(\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\*[^*]+\*$/.test(part) ? { text: part.slice(1, -1), strong: true } : { text: part, strong: false },
    )
}

/** The exits of a step that has several, each in its row. */
function drawRows({ x, y, width }: Box, { ports: { outputs } }: StepFacts, pen: Pen): readonly Shape[] {
  if (outputs.length < 2) return []
  const line: Shape = { kind: 'box', x, y: y + cardHeight - 1, width, height: 1, radius: 0, fill: pen.colour('line') }
  const rows = outputs.map(({ id, label }, index) => {
    const style: TextStyle = { size: 12, weight: 400, fill: pen.colour(id === ERROR_EXIT ? 'danger' : 'ink-soft') }
    const text = cutText(label, width - 2 * padding, (part) => pen.measure(part, style))
    return drawText(x + width - 17, y + cardHeight + index * portRow + portRow / 2, text, { ...style, anchor: 'end' })
  })
  return [line, ...rows]
}
