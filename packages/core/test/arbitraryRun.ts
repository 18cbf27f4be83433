import fc from 'fast-check'
import type { AgentConfig, EdgeConfig, StepConfig } from '../src/config/AgentConfig.ts'
import { createAgentConfig } from '../src/config/createAgentConfig.ts'

/** A part of an agent that can pause: what it is made of, not yet how it is wired. */
type Part =
  | { readonly kind: 'note' }
  | { readonly kind: 'odd' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'work' }
  | { readonly kind: 'call' }
  | { readonly kind: 'branch'; readonly ways: readonly (readonly Part[])[] }
  | { readonly kind: 'fork'; readonly ways: readonly (readonly Part[])[] }
  | { readonly kind: 'loop'; readonly body: readonly Part[] }

const simple = fc.constantFrom<Part>(
  { kind: 'note' },
  { kind: 'odd' },
  { kind: 'ask' },
  { kind: 'work' },
  { kind: 'call' },
)
const few = fc.array(simple, { minLength: 1, maxLength: 3 })
const ways = fc.array(few, { minLength: 2, maxLength: 3 })
const branch = ways.map((made): Part => ({ kind: 'branch', ways: made.slice(0, 2) }))
const way = fc.array(fc.oneof({ arbitrary: simple, weight: 4 }, branch), { minLength: 1, maxLength: 3 })
const fork = fc.array(way, { minLength: 2, maxLength: 3 }).map((made): Part => ({ kind: 'fork', ways: made }))
const loop = fc
  .array(fc.oneof({ arbitrary: simple, weight: 3 }, branch, fork), { minLength: 1, maxLength: 3 })
  .map((body): Part => ({ kind: 'loop', body }))

const fields = {
  log: { type: 'array', reducer: 'append' },
  bag: { type: 'object', reducer: 'merge' },
} as const

/** Where an edge comes from. */
type Source = Pick<EdgeConfig, 'from' | 'exit'>

/** Wires parts one after the other; every part has one way in and one way out. */
class Wiring {
  readonly steps: StepConfig[] = []
  readonly edges: EdgeConfig[] = []

  all(parts: readonly Part[], from: Source): Source {
    return parts.reduce((source, part) => this.part(part, source), from)
  }

  part(part: Part, from: Source): Source {
    switch (part.kind) {
      case 'note':
        return this.#step('set', { values: [{ field: 'log', kind: 'template', value: 'noted' }] }, [from])
      case 'ask':
        return this.#step('human', (id) => ({ mode: 'answer', title: id, text: 'seen {log}', writes: 'log' }), [from])
      case 'odd':
      case 'work':
      case 'call':
        return this.#step(part.kind, {}, [from])
      case 'branch': {
        const rule = { branches: [{ name: 'even', when: 'length(log) % 2 == 0' }] }
        const { from: fork } = this.#step('condition', rule, [from])
        const ends = part.ways.map((way, index) => this.all(way, { from: fork, exit: index === 0 ? 'even' : 'else' }))
        return this.#meet(ends)
      }
      case 'fork': {
        const begin = this.part({ kind: 'note' }, from)
        return this.#meet(part.ways.map((way) => this.all(way, begin)))
      }
      case 'loop': {
        const { from: head } = this.part({ kind: 'note' }, from)
        const body = this.all(part.body, { from: head })
        const { from: review } = this.#step('human', (id) => ({ title: id, text: 'again {log}?' }), [body])
        this.edges.push({ from: review, exit: 'rejected', to: head })
        return { from: review, exit: 'approved' }
      }
    }
  }

  #meet(ends: readonly Source[]): Source {
    return this.#step('set', { values: [{ field: 'log', kind: 'template', value: 'met' }] }, ends)
  }

  #step(strategyType: string, config: Config | ((id: string) => Config), sources: readonly Source[]): Source {
    const id = `s${this.steps.length + 1}`
    this.steps.push({ id, strategyType, config: typeof config === 'function' ? config(id) : config })
    this.edges.push(...sources.map((source) => ({ ...source, to: id })))
    return { from: id }
  }
}

type Config = StepConfig['config']

function toAgent(parts: readonly Part[], more: Partial<AgentConfig> = {}): AgentConfig {
  const wiring = new Wiring()
  wiring.all(parts, { from: 'START' })
  const { graphConfig } = createAgentConfig()
  return {
    ...createAgentConfig({ name: 'PausingState', fields: { ...fields, log: { ...fields.log, default: ['begun'] } } }),
    steps: wiring.steps,
    edges: wiring.edges,
    graphConfig: { ...graphConfig, allowParallel: true, recursionLimit: 200 },
    ...more,
  }
}

/** Agents of chains, branches, joins and loops, whose steps ask people, work once, and call an agent that asks too. */
export const arbitraryPausingAgent: fc.Arbitrary<AgentConfig> = fc
  .record({
    parts: fc.array(fc.oneof({ arbitrary: simple, weight: 3 }, branch, fork, loop), { minLength: 1, maxLength: 4 }),
    inner: fc.array(fc.oneof(fc.constantFrom<Part>({ kind: 'note' }, { kind: 'ask' }, { kind: 'odd' })), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ parts, inner }) => toAgent(parts, { agents: { inner: toAgent(inner) } }))
