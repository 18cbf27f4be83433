import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { collect, pick } from '../../test/testAgent.ts'
import type { AgentConfig, EdgeConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { StateField } from '../state/StateType.ts'
import { defineStep } from '../step/defineStep.ts'
import { exit } from '../step/StepResult.ts'
import { renderTemplate } from '../templates/renderTemplate.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'
import { planAgent } from './planAgent.ts'

const look = { version: 1, description: '', category: 'other', icon: 'flask-conical' } as const

/** Needs the fields of its text, then writes. */
const noteStep = defineStep({
  ...look,
  name: 'note',
  title: 'Note',
  schema: z.object({ text: z.string().default(''), writes: z.array(z.string()).default([]) }),
  writes: ({ writes }) => writes,
  texts: ({ text }) => [{ path: 'config.text', text, language: 'template' }],
  summarize: () => 'Note',
  run: (state, { config: { text, writes } }) => {
    const value = renderTemplate(text, state)
    return Object.fromEntries(writes.map((name) => [name, value]))
  },
})

/** One after the other, and from the first again. */
function takeTurns(turns: readonly boolean[]): () => boolean {
  let turn = 0
  return () => {
    turn += 1
    return turns[turn % turns.length] === true
  }
}

/** Leaves by one exit after the other, as the test says. */
function turnStep(turns: readonly boolean[]) {
  const isNext = takeTurns(turns)
  return defineStep({
    ...look,
    name: 'turn',
    title: 'Turn',
    schema: z.object({}),
    ports: () => ({
      inputs: [{ id: 'in', label: 'In' }],
      outputs: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
    }),
    writes: () => [],
    summarize: () => 'Turn',
    run: () => exit(isNext() ? 'x' : 'y'),
  })
}

/** Code that does not say what it writes, but among which names that is: all of those. */
const codeStep = defineStep({
  ...look,
  name: 'code',
  title: 'Code',
  schema: z.object({ names: z.array(z.string()).default([]) }),
  mayWrite: ({ names }) => [...names, 'return'],
  summarize: () => 'Code',
  run: (_, { config: { names } }) => Object.fromEntries(names.map((name) => [name, 'code'])),
})

/** Fails, each time or as the test says, and is rescued by its `onError`. */
function frailStep(turns: readonly boolean[]) {
  const fails = takeTurns(turns)
  return defineStep({
    ...look,
    name: 'frail',
    title: 'Frail',
    schema: z.object({ writes: z.array(z.string()).default([]), always: z.boolean().default(false) }),
    writes: ({ writes }) => writes,
    summarize: () => 'Frail',
    run: (_, { config: { writes, always } }) => {
      if (always || fails()) throw new Error('It broke.')
      return Object.fromEntries(writes.map((name) => [name, 'frail']))
    },
  })
}

/** Has entries that need not be filled in, and are not, as the test says. */
function formStep(turns: readonly boolean[]) {
  const isFilledIn = takeTurns(turns)
  return defineStep({
    ...look,
    name: 'form',
    title: 'Form',
    schema: z.object({ writes: z.array(z.string()).default([]), optional: z.array(z.string()).default([]) }),
    writes: ({ writes }) => writes,
    leavesOut: ({ optional }) => optional,
    summarize: () => 'Form',
    run: (_, { config: { writes, optional } }) => {
      const filled = writes.filter((name) => !optional.includes(name) || isFilledIn())
      return Object.fromEntries(filled.map((name) => [name, 'form']))
    },
  })
}

const ids = ['a', 'b', 'c', 'd', 'e']
const note = fc.record({
  strategyType: fc.constant('note'),
  config: fc.record({ text: fc.constantFrom('', '{p}', '{q}'), writes: fc.subarray(['p', 'q'], { maxLength: 1 }) }),
})
/** Writes where no text looks: it would pass a null on, and that values may be null is not followed. */
const back = fc.record({
  strategyType: fc.constant('output'),
  config: fc.record({ format: fc.constant('field'), field: fc.constantFrom('p', 'q'), writes: fc.constant('r') }),
})
const turn = fc.record({ strategyType: fc.constant('turn'), config: fc.constant({}) })
const code = fc.record({ strategyType: fc.constant('code'), config: fc.record({ names: fc.subarray(['p', 'q']) }) })
const form = fc.record({
  strategyType: fc.constant('form'),
  config: fc.record({ writes: fc.constant(['p', 'q']), optional: fc.subarray(['p', 'q'], { minLength: 1 }) }),
})
/** What is known to be written is written either way: behind a rescue planning counts both as written. */
const frail = fc.oneof(
  fc.constantFrom('p', 'q').map((name) => ({
    ...{ strategyType: 'frail', config: { writes: [name] } },
    onError: { action: 'continue', update: { [name]: 'rescue' } } as const,
  })),
  fc.constantFrom('p', 'q').map((name) => ({
    ...{ strategyType: 'frail', config: { always: true } },
    onError: { action: 'continue', writes: name } as const,
  })),
)
const field = fc.constantFrom<StateField>({ type: 'any' }, { type: 'any' }, { type: 'any', default: null })
const anyEdge = fc.record({ from: fc.nat(5), to: fc.nat(5), exit: fc.constantFrom('x', 'y') })

const anyAgent = fc
  .record({
    kinds: fc.array(fc.oneof(note, note, note, back, turn, code, form, form, frail), { minLength: 3, maxLength: 5 }),
    drawn: fc.array(anyEdge, { maxLength: 5 }),
    fields: fc.record({ p: field, q: field }),
  })
  .map(({ kinds, drawn, fields }): AgentConfig => {
    const steps = kinds.map((kind, index) => ({ id: ids[index] ?? '', ...kind }))
    const idOf = (place: number) => steps[place % (steps.length + 1)]?.id
    // One after the other they all run, unless what was drawn leads elsewhere.
    const inRow = steps.map((_, index) => ({ from: index, to: index + 1, exit: 'x' }))
    const edges = [...inRow, ...drawn].map(({ from, to, exit: by }): EdgeConfig => {
      const start = steps.find(({ id }) => id === idOf(from))
      const end = { to: idOf(to) ?? (start ? 'END' : 'a') }
      if (start === undefined) return { from: 'START', ...end }
      return { from: start.id, ...(start.strategyType === 'turn' ? { exit: by } : {}), ...end }
    })
    const texts = new Map([{ from: 'START', to: 'a' }, ...edges].map((edge) => [JSON.stringify(edge), edge]))
    const base = createAgentConfig({ name: 'State', fields: { ...fields, r: { type: 'any' } } })
    // A further try would wait, and would not break.
    return { ...base, graphConfig: { ...base.graphConfig, maxRetries: 0 }, steps, edges: [...texts.values()] }
  })

test('a run never lacks a value where planning has said nothing', async () => {
  let lacked = 0
  const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(anyAgent, turns, async (config, given) => {
      const registry = createDefaultRegistry()
      for (const step of [noteStep, codeStep, turnStep(given), formStep(given), frailStep(given)])
        registry.register(step.getName(), step.getStrategy())
      const result = planAgent(config, registry)
      if (!result.ok) return
      const told = result.problems.map(({ code, stepId }) => `${code} ${stepId}`)
      const agent = await new AgentBuilderDirector(config, registry).build()
      const failed = pick(await collect(agent, {}), 'step-error')
      for (const { stepId, problem } of failed) {
        if (problem.code !== 'template.missing') continue
        const [text, setting] = [`template.unknownVar ${stepId}`, `state.neverWritten ${stepId}`]
        lacked += 1
        expect(told.includes(text) || told.includes(setting)).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
  expect(lacked).toBeGreaterThan(0)
}, 60_000)
