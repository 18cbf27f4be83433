import type { AgentConfig, EdgeConfig, StepConfig } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createEmptyAgent } from '../../editor/createEmptyAgent.ts'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { listRows, stepRowId } from './listRows.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { loopWords, wayWords } from './rowWords.ts'

const { facts } = createTestEditor().editor

function set(id: string): StepConfig {
  return { id, strategyType: 'set', nodeName: id.toUpperCase(), config: { values: [] } }
}

const fork: StepConfig = {
  id: 'fork',
  strategyType: 'condition',
  config: { branches: [{ name: 'yes', when: 'true' }] },
}

function agentOf(steps: readonly StepConfig[], edges?: readonly EdgeConfig[], more: Partial<AgentConfig> = {}) {
  return { ...createEmptyAgent(), steps: [...steps], ...(edges ? { edges: [...edges] } : {}), ...more }
}

/** A row as a short line, indented by its level. */
function lineOf(row: OutlineRow): string {
  const indent = row.level === 2 ? '  ' : ''
  switch (row.kind) {
    case 'step':
      return `${row.step.id}${row.isReached ? '' : ' (not reached)'}${row.group === undefined ? '' : ` in ${row.group}`}`
    case 'way':
      return `${indent}${wayWords(row.way, (id) => id)} [${row.way.kind}]`
    case 'agent':
      return `${indent}agent ${row.title}`
    case 'group':
      return `group ${row.group.title}`
    case 'note':
      return `note ${row.note.text}`
    default:
      return row.kind
  }
}

function lines(agent: AgentConfig, folded: readonly string[] = []): readonly string[] {
  return listRows(agent, facts, new Set(folded)).map(lineOf)
}

test('an empty agent is a start that leads nowhere, and an end', () => {
  expect(lines(agentOf([]))).toEqual(['start', '  leads nowhere yet [open]', 'end'])
})

test('a chain stands in its order', () => {
  expect(lines(agentOf([set('a'), set('b')]))).toEqual([
    'start',
    '  next → a [plain]',
    'a',
    '  next → b [plain]',
    'b',
    '  next → End [plain]',
    'end',
  ])
})

test('what leads to a step stands before it, whatever the order of the file; the first exit before the second', () => {
  const edges = [
    { from: 'START', to: 'fork' },
    { from: 'fork', exit: 'else', to: 'b' },
    { from: 'fork', exit: 'yes', to: 'a' },
    { from: 'a', to: 'join' },
    { from: 'b', to: 'join' },
  ]
  const agent = agentOf([set('join'), set('b'), set('a'), fork], edges)
  expect(lines(agent).filter((line) => !line.startsWith(' '))).toEqual(['start', 'fork', 'a', 'b', 'join', 'end'])
  expect(lines(agent).filter((line) => line.includes('[') && line.includes('a ['))).toEqual(['  yes → a [plain]'])
})

test('a way back is a loop, and tells its limit', () => {
  const edges = [
    { from: 'START', to: 'a' },
    { from: 'a', to: 'fork' },
    { from: 'fork', exit: 'yes', to: 'a', maxTurns: 3 },
  ]
  const rows = listRows(agentOf([set('a'), fork], edges), facts, new Set())
  const loop = rows.flatMap((row) => (row.kind === 'way' && row.way.kind === 'loop' ? [row.way] : []))
  expect(loop.map((way) => loopWords(way, 100))).toEqual(['loop · at most 3 turns'])
  expect(rows.map(lineOf)).toContain('  Otherwise → End [open]')
})

test('a way taken whatever the exit of a step with several says so, and stands for them all', () => {
  expect(lines(agentOf([fork])).slice(2)).toEqual(['fork', '  any exit → End [plain]', 'end'])
})

test('what no way leads to comes last, and says so', () => {
  const agent = agentOf([set('loose'), set('a')], [{ from: 'START', to: 'a' }])
  expect(lines(agent).slice(-3)).toEqual(['end', 'loose (not reached)', '  next → End [open]'])
})

test.each([
  ['an exit that is not there', { from: 'a', exit: 'gone', to: 'b' }, '  gone, which is no exit → b [broken]'],
  ['a step that is not there', { from: 'a', to: 'gone' }, '  next → gone, which is not there [broken]'],
])('a way that lacks %s is broken', (_what, edge, line) => {
  expect(lines(agentOf([set('a'), set('b')], [{ from: 'START', to: 'a' }, edge]))).toContain(line)
})

test('parallel ways from one exit are a row each, known by their exit and number', () => {
  const edges = [
    { from: 'START', to: 'a' },
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
  ]
  const rows = listRows(agentOf([set('a'), set('b'), set('c')], edges), facts, new Set())
  const ways = rows.filter((row) => row.kind === 'way' && row.way.edge.from === 'a')
  expect(ways.map(({ id, position, setSize }) => [id, position, setSize])).toEqual([
    ['way a  0', 1, 2],
    ['way a  1', 2, 2],
  ])
})

test('a way keeps its row when it is connected', () => {
  const [open, connected] = [[], [{ from: 'a', to: 'b' }]].map((more) =>
    listRows(agentOf([set('a'), set('b')], [{ from: 'START', to: 'a' }, ...more]), facts, new Set()),
  )
  const idOf = (rows: readonly OutlineRow[] = []) =>
    rows.find((row) => row.kind === 'way' && row.way.edge.from === 'a')?.id
  expect(idOf(open)).toBe(idOf(connected))
})

test('folded rows hide what belongs to them', () => {
  const agent = agentOf([set('a')])
  expect(lines(agent, ['start', stepRowId('a')])).toEqual(['start', 'a', 'end'])
})

test('agents that a step calls stand under it; groups and notes at the end', () => {
  const caller: StepConfig = { id: 'call', strategyType: 'subagent', config: { agent: 'inner' } }
  const agent = agentOf([caller], undefined, {
    agents: { inner: { ...createEmptyAgent('Inner'), steps: [set('x')] } },
    groups: [{ id: 'g', title: 'Work', steps: ['call'] }],
    notes: [{ id: 'n', text: 'Look' }],
  })
  expect(lines(agent)).toEqual([
    'start',
    '  next → call [plain]',
    'call in Work',
    '  agent Inner',
    '  next → End [plain]',
    'end',
    'group Work',
    'note Look',
  ])
})

test('a chain of ten thousand steps does not overflow the stack', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => set(`s${index}`))
  expect(listRows(agentOf(steps), facts, new Set())).toHaveLength(20_003)
})
