import { type AgentConfig, createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { expect, test } from 'vitest'
import { toAgentDocument } from '../../../editor/AgentDocument.ts'
import { createStepFacts } from '../../../editor/createStepFacts.ts'
import { drawAgent } from './drawAgent.ts'
import type { Pen } from './Pen.ts'
import { toSvg } from './toSvg.ts'

const pen: Pen = {
  colour: (token) => `#${token}`,
  measure: (text, { size }) => text.length * size * 0.5,
  icon: (name) => [`M0,0 ${name}`],
}
const facts = createStepFacts(createDefaultRegistry())
const draw = (parts: Partial<AgentConfig>) =>
  drawAgent(toAgentDocument({ ...createAgentConfig(), ...parts }), facts, pen)
const texts = (parts: Partial<AgentConfig>) =>
  draw(parts).shapes.flatMap((shape) => (shape.kind === 'text' ? shape.parts.map(({ text }) => text) : []))

const router = {
  id: 'sort',
  strategyType: 'router',
  nodeName: 'Sort the request',
  config: { prompt: 'Which?', routes: [{ name: 'refund' }, { name: 'other' }], writes: 'kind' },
}
const answer = { id: 'answer', strategyType: 'llm', config: { promptTemplate: 'Answer' } }

test('says what the canvas says: names, types, sentences, exits, inputs, routes', () => {
  const said = texts({
    stateType: { name: 'State', fields: { question: { type: 'string', input: true } } },
    steps: [router, answer],
    edges: [
      { from: 'START', to: 'sort' },
      { from: 'sort', exit: 'refund', to: 'answer' },
    ],
    layout: { sort: [0, 0], answer: [600, 0] },
  })
  expect(said).toEqual(
    expect.arrayContaining(['Start', 'question', 'Sort the request', 'Router', 'refund', 'other', 'End']),
  )
  // In the card's sentence, as its exit, and on the wire as its name.
  expect(said.filter((text) => text === 'refund')).toHaveLength(3)
})

test('tells of groups, open and collapsed, and of what is disabled', () => {
  const groups = [
    { id: 'open', title: 'First part', colour: 'blue', steps: ['sort'] },
    { id: 'shut', title: 'Second part', colour: 'green', steps: ['answer'], collapsed: true },
  ]
  const said = texts({
    steps: [{ ...router, disabled: true }, answer],
    layout: { sort: [0, 0], answer: [600, 0] },
    groups,
  })
  expect(said).toEqual(expect.arrayContaining(['First part', 'Second part', 'Sort the request', 'Disabled']))
  expect(said).not.toContain('Ask a model')
})

test('everything it draws lies within its area', () => {
  const { area, shapes } = draw({
    steps: [router, answer],
    layout: { sort: [-500, 300], answer: [700, -40] },
    notes: [{ id: 'note', text: 'Far away', position: [1200, 900], size: [240, 140] }],
  })
  for (const shape of shapes) {
    if (shape.kind !== 'box') continue
    expect(shape.x).toBeGreaterThanOrEqual(area.x)
    expect(shape.y).toBeGreaterThanOrEqual(area.y)
    expect(shape.x + shape.width).toBeLessThanOrEqual(area.x + area.width)
    expect(shape.y + shape.height).toBeLessThanOrEqual(area.y + area.height)
  }
})

test('a long name is cut where the card ends, and a note where its box does', () => {
  const said = texts({
    steps: [{ ...answer, nodeName: 'A name that is much longer than any card is wide, and longer' }],
    notes: [
      {
        id: 'note',
        text: '# Title\n- **one**\n- two\nthree\nfour\nfive\nsix\nseven',
        position: [0, 300],
        size: [200, 100],
      },
    ],
  })
  expect(said.find((text) => text.startsWith('A name'))).toMatch(/…$/)
  expect(said).toEqual(expect.arrayContaining(['Title', 'one', '• two']))
  expect(said).not.toContain('seven')
})

test('the same agent gives the same document, and names are text, not markup', () => {
  const parts = { steps: [{ ...answer, nodeName: '<b>"A" & B\u0000</b>' }] }
  const svg = toSvg(draw(parts), 'Inter')
  expect(toSvg(draw(parts), 'Inter')).toBe(svg)
  expect(svg).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;')
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" ')).toBe(true)
})

test('an agent of nothing is drawn as its start', () => {
  expect(texts({})).toEqual(['Start'])
})
