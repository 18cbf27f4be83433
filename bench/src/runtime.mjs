// The engine beside raw LangGraph, in Node.
import { Annotation, END, MemorySaver, START, StateGraph } from '@langchain/langgraph'
import { createDefaultRegistry, parseAgentConfig, planAgent, StepRegistry, updateStep } from '@petal/core'
import { AgentBuilderDirector } from '@petal/core/runtime'
import { chainConfig } from './agents.mjs'
import { loopRows } from './loop.mjs'
import { inTurns, median, row, timed } from './measure.mjs'

const registry = createDefaultRegistry()

/** Gives the rows one by one, as they are measured. */
export async function* runtimeRows() {
  yield* await buildRows()
  yield* await chainRows()
  yield* await loopRows(registry)
  yield* await registryRows()
  yield* await planRows()
}

function parsed(config) {
  const result = parseAgentConfig(config)
  if (!result.ok) throw result.error
  return result.config
}

function rawGraph(count) {
  const state = Annotation.Root({ count: Annotation({ reducer: (_, next) => next, default: () => 0 }) })
  const graph = new StateGraph(state)
  for (let index = 0; index < count; index += 1) graph.addNode(`n${index}`, (now) => ({ count: now.count + 1 }))
  graph.addEdge(START, 'n0')
  for (let index = 1; index < count; index += 1) graph.addEdge(`n${index - 1}`, `n${index}`)
  return graph.addEdge(`n${count - 1}`, END)
}

async function buildRows() {
  const rows = []
  for (const [count, rounds] of [
    [10, 60],
    [1000, 21],
  ]) {
    const fresh = Array.from({ length: rounds + 1 }, () => parsed(chainConfig(count)))
    const build = (config) => timed(() => new AgentBuilderDirector(config, registry).build())
    const raw = () => timed(() => rawGraph(count).compile())
    await build(fresh[rounds])
    await raw()
    const judge = ({ ours, floor }) => (count === 10 ? ours < 5 : ours < 1.5 * floor)
    const budget = count === 10 ? '< 5 ms' : '< 1.5 × floor'
    const first = await inTurns(rounds, (round) => build(fresh[round]), raw)
    const again = await inTurns(rounds, () => build(fresh[0]), raw)
    const what = `build an agent of ${count} steps`
    rows.push(row({ what: `${what}, planning included`, budget, ...first, unit: 'ms', met: judge(first) }))
    rows.push(row({ what: `${what}, planned before`, budget, ...again, unit: 'ms', met: judge(again) }))
  }
  return rows
}

async function chainRows() {
  const rows = []
  for (const [count, rounds] of [
    [100, 11],
    [1000, 5],
  ]) {
    const agent = await new AgentBuilderDirector(parsed(chainConfig(count)), registry, {
      checkpointer: new MemorySaver(),
    }).build()
    const raw = rawGraph(count).compile({ checkpointer: new MemorySaver() })
    let threads = 0
    const thread = () => {
      threads += 1
      return `t${threads}`
    }
    const oursRun = () => timed(() => agent.run({ count: 0 }, { threadId: thread() }))
    const rawRun = () =>
      timed(() => raw.invoke({ count: 0 }, { recursionLimit: count + 5, configurable: { thread_id: thread() } }))
    await oursRun()
    await rawRun()
    const { ours, floor } = await inTurns(rounds, oursRun, rawRun)
    rows.push(
      row({
        what: `run a chain of ${count} steps, per step`,
        budget: '≤ 1.15 × floor',
        ours: ours / count,
        floor: floor / count,
        unit: 'ms',
        met: ours <= 1.15 * floor,
      }),
    )
  }
  return rows
}

async function registryRows() {
  const Strategy = registry.getStrategy('set').constructor
  const names = Array.from({ length: 1000 }, (_, index) => `type-${index}`)
  const enter = []
  const look = []
  for (let round = 0; round < 15; round += 1) {
    const fresh = new StepRegistry()
    const register = () => {
      for (const name of names) fresh.register(name, Strategy)
    }
    enter.push(await timed(register))
    look.push(await timed(() => names.map((name) => fresh.getStrategy(name))))
  }
  const [register, lookUp] = [median(enter), median(look)]
  return [
    row({ what: '1,000 registrations', budget: '< 5 ms', ours: register, unit: 'ms', met: register < 5 }),
    row({ what: '1,000 look-ups', budget: '< 5 ms', ours: lookUp, unit: 'ms', met: lookUp < 5 }),
  ]
}

async function planRows() {
  const whole = []
  const edits = []
  for (let round = 0; round < 15; round += 1) {
    // Parsed anew, so that nothing is remembered from the round before.
    const config = parsed(chainConfig(1000))
    whole.push(await timed(() => planAgent(config, registry)))
    const edited = updateStep(config, 'step-500', {
      config: { values: [{ field: 'count', kind: 'expression', value: `count + ${round}` }] },
    })
    edits.push(await timed(() => planAgent(edited, registry)))
  }
  const all = median(whole)
  const edit = median(edits)
  return [
    row({ what: 'plan and validate 1,000 steps', budget: '< 30 ms', ours: all, unit: 'ms', met: all < 30 }),
    row({ what: 'plan again after a one-field edit', budget: '< 2 ms', ours: edit, unit: 'ms', met: edit < 2 }),
  ]
}
