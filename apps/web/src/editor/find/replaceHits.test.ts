import { type AgentConfig, createDefaultRegistry, listEdges, planAgent } from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toAgentDocument } from '../AgentDocument.ts'
import { createEmptyAgent } from '../createEmptyAgent.ts'
import { createStepFacts } from '../createStepFacts.ts'
import { createTestEditor } from '../createTestEditor.ts'
import { selectFile } from '../selectors.ts'
import { listHits, type TextHit } from './listHits.ts'
import { replaceHits } from './replaceHits.ts'

const registry = createDefaultRegistry()
const facts = createStepFacts(registry)
const plain = { matchCase: false, wholeWord: false }

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '\n', '.', '{a}', '{{', '}}', 'é'), maxLength: 12 })

const steps = fc.record({ name: words, prompt: words, system: words, when: words, code: words, route: words })
type Words = typeof steps extends fc.Arbitrary<infer Value> ? Value : never

/** An agent with texts in every kind of place. */
function agentOf({ name, prompt, system, when, code, route }: Words): AgentConfig {
  return {
    ...createEmptyAgent(name),
    description: system,
    stateType: { name: 'S', fields: { a: { type: 'string', description: prompt } } },
    steps: [
      {
        id: 'ask',
        strategyType: 'llm',
        nodeName: name,
        config: { promptTemplate: prompt, systemPrompt: system, writes: 'a' },
      },
      { id: 'if', strategyType: 'condition', config: { branches: [{ name: `r${route}`, when }] } },
      { id: 'do', strategyType: 'custom', config: { code, writes: ['a'] } },
      { id: 'odd', strategyType: 'nobody-knows', config: { text: prompt } },
    ],
    edges: [
      { from: 'ask', to: 'if' },
      { from: 'if', exit: `r${route}`, to: 'do' },
    ],
    tools: [{ kind: 'code', name: 'a', description: system, code, parameters: { type: 'object', properties: {} } }],
    notes: [{ id: 'n', text: prompt, position: [0, 0] }],
  }
}

const files = fc
  .tuple(steps, steps)
  .map(([own, inner]) => toAgentDocument({ ...agentOf(own), agents: { a: agentOf(inner) } }))

/** The same value with every text emptied: what is left is its shape. */
function shapeOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? '' : part)))
}

describe('replacing what was found', () => {
  test('nothing but texts changes, and never what steps, fields and tools are called by', () => {
    fc.assert(
      fc.property(files, fc.constantFrom('a', 'b', ' ', 'é', '.'), (file, text) => {
        const hits = listHits(file.agent, facts, { ...plain, text })
        const changed = replaceHits(file, facts, hits, 'xyz')
        expect(shapeOf(changed)).toEqual(shapeOf(file))
        expect(namesIn(changed.agent)).toEqual(namesIn(file.agent))
        expect(namesIn(changed.agent.agents?.a)).toEqual(namesIn(file.agent.agents?.a))
        expect(changed.agent.steps[3]).toBe(file.agent.steps[3])
      }),
    )
  })

  test('where everything is replaced, nothing is left to find', () => {
    fc.assert(
      fc.property(files, fc.constantFrom('b', 'é', '.', 'ab', 'b.'), (file, text) => {
        const find = (agent: AgentConfig) =>
          listHits(agent, facts, { ...plain, text }).filter(({ kind }) => kind !== 'fixed')
        const changed = replaceHits(file, facts, find(file.agent), 'Z')
        expect(find(changed.agent)).toEqual([])
      }),
    )
  })

  test('replacing nothing, or a text by itself, gives the same object', () => {
    fc.assert(
      fc.property(files, (file) => {
        const hits = listHits(file.agent, facts, { text: 'a', matchCase: true, wholeWord: false })
        expect(replaceHits(file, facts, [], 'b')).toBe(file)
        expect(replaceHits(file, facts, hits, 'a')).toBe(file)
      }),
    )
  })

  test('one undo brings back the same', () => {
    fc.assert(
      fc.property(files, fc.constantFrom('a', ' '), (file, text) => {
        const { editor } = createTestEditor()
        editor.actions.commitFile('Set up', () => file, 'record')
        const hits = listHits(file.agent, facts, { ...plain, text })
        fc.pre(hits.some(({ kind }) => kind !== 'fixed'))
        editor.actions.commitFile('Replace', (document) => replaceHits(document, facts, hits, 'xyz'), 'record')
        expect(selectFile(editor.store.getState())).not.toBe(file)
        editor.actions.undo()
        expect(selectFile(editor.store.getState())).toBe(file)
      }),
      { numRuns: 30 },
    )
  })

  test('exits that are renamed keep their edges', () => {
    const file = toAgentDocument(
      agentOf({ name: 'N', prompt: 'p', system: 's', when: 'true', code: 'return {}', route: 'ed' }),
    )
    const changed = replaceHits(file, facts, listHits(file.agent, facts, { ...plain, text: 'red' }), 'blue')
    expect(listEdges(changed.agent)).toContainEqual({ from: 'if', exit: 'blue', to: 'do' })
    const codes = (agent: AgentConfig) => {
      const plan = planAgent(agent, registry)
      return plan.ok ? [] : plan.problems.map(({ code }) => code)
    }
    expect(codes(changed.agent)).toEqual(codes(file.agent))
  })
})

describe('what is found', () => {
  const file = agentOf({ name: 'a', prompt: 'a {a} {{a}}', system: 's', when: 'a > 1', code: 'a', route: 'oute' })
  const found = (test: (hit: TextHit) => boolean) =>
    listHits(file, facts, { ...plain, text: 'a' })
      .filter(test)
      .map(({ kind }) => kind)

  test('a hit in a reference, an expression or code is said to be one', () => {
    expect(found(({ place }) => place.path === 'config.promptTemplate')).toEqual(['text', 'reference', 'text'])
    expect(found(({ place }) => place.path === 'config.branches[0].when')).toEqual(['expression'])
    expect(found(({ place }) => place.path === 'config.code')).toEqual(['code'])
    expect(found(({ place }) => place.path === 'id')).toEqual(['fixed'])
  })

  test('names of fields, tools and what unknown steps hold is no text', () => {
    expect(found(({ place }) => place.path.endsWith('writes') || place.path.includes('writes['))).toEqual([])
    expect(found(({ place }) => place.path === 'tools[0].name')).toEqual([])
    expect(found(({ place }) => place.stepId === 'odd' && place.path.startsWith('config'))).toEqual([])
  })

  test('names of exits are told apart from other texts, since wires go by them', () => {
    const branches = [{ name: 'long', when: 'length(a) > 3' }]
    const step = { id: 'if', strategyType: 'condition', nodeName: 'long?', config: { branches } }
    const hits = listHits({ ...createEmptyAgent('x'), steps: [step] }, facts, { ...plain, text: 'long' })
    expect(hits.map(({ place, kind }) => [place.path, kind])).toEqual([
      ['nodeName', 'text'],
      ['config.branches[0].name', 'exit'],
    ])
  })
})

/** What other parts of the file point at. */
function namesIn(agent: AgentConfig | undefined): unknown {
  return {
    steps: agent?.steps.map(({ id, strategyType, config }) => [id, strategyType, config.writes]),
    fields: Object.keys(agent?.stateType.fields ?? {}),
    edges: agent?.edges?.map(({ from, to }) => [from, to]),
    tools: agent?.tools?.map(({ name, kind }) => [name, kind]),
    notes: agent?.notes?.map(({ id }) => id),
  }
}
