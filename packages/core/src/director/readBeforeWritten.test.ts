import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { collect, pick } from '../../test/testAgent.ts'
import type { AgentConfig, EdgeConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
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

/** Leaves by one exit after the other, as the test says. */
function turnStep(turns: readonly boolean[]) {
  let turn = 0
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
    run: () => {
      turn += 1
      return exit(turns[turn % turns.length] === true ? 'x' : 'y')
    },
  })
}

const ids = ['a', 'b', 'c', 'd', 'e']
const note = fc.record({
  strategyType: fc.constant('note'),
  config: fc.record({ text: fc.constantFrom('', '{p}', '{q}'), writes: fc.subarray(['p', 'q'], { maxLength: 1 }) }),
})
const back = fc.record({
  strategyType: fc.constant('output'),
  config: fc.record({ format: fc.constant('field'), field: fc.constantFrom('p', 'q'), writes: fc.constant('q') }),
})
const turn = fc.record({ strategyType: fc.constant('turn'), config: fc.constant({}) })
const anyEdge = fc.record({ from: fc.nat(5), to: fc.nat(5), exit: fc.constantFrom('x', 'y') })

const anyAgent = fc
  .record({
    kinds: fc.array(fc.oneof(note, note, back, turn), { minLength: 3, maxLength: 5 }),
    drawn: fc.array(anyEdge, { minLength: 3, maxLength: 8 }),
  })
  .map(({ kinds, drawn }): AgentConfig => {
    const steps = kinds.map((kind, index) => ({ id: ids[index] ?? '', ...kind }))
    const idOf = (place: number) => steps[place % (steps.length + 1)]?.id
    const edges = drawn.map(({ from, to, exit: by }): EdgeConfig => {
      const start = steps.find(({ id }) => id === idOf(from))
      const end = { to: idOf(to) ?? (start ? 'END' : 'a') }
      if (start === undefined) return { from: 'START', ...end }
      return { from: start.id, ...(start.strategyType === 'turn' ? { exit: by } : {}), ...end }
    })
    const texts = new Map([{ from: 'START', to: 'a' }, ...edges].map((edge) => [JSON.stringify(edge), edge]))
    const base = createAgentConfig({ name: 'State', fields: { p: { type: 'any' }, q: { type: 'any' } } })
    return { ...base, steps, edges: [...texts.values()] }
  })

test('a run never lacks a value where planning has said nothing', async () => {
  const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(anyAgent, turns, async (config, given) => {
      const registry = createDefaultRegistry()
      for (const step of [noteStep, turnStep(given)]) registry.register(step.getName(), step.getStrategy())
      const result = planAgent(config, registry)
      if (!result.ok) return
      const told = result.problems.map(({ code, stepId }) => `${code} ${stepId}`)
      const agent = await new AgentBuilderDirector(config, registry).build()
      const failed = pick(await collect(agent, {}), 'step-error')
      for (const { stepId, problem } of failed) {
        if (problem.code !== 'template.missing') continue
        const [text, setting] = [`template.unknownVar ${stepId}`, `state.neverWritten ${stepId}`]
        expect(told.includes(text) || told.includes(setting)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
