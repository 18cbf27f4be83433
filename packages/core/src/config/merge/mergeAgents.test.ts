import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryAgentConfig, arbitraryEdge, arbitraryJson } from '../../../test/arbitraryAgentConfig.ts'
import type { JsonObject } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { createAgentConfig } from '../createAgentConfig.ts'
import { createStepId } from '../createStepId.ts'
import { diffAgents } from '../difference/diffAgents.ts'
import { addStep } from '../operations/addStep.ts'
import { connectSteps } from '../operations/connectSteps.ts'
import { removeStep } from '../operations/removeStep.ts'
import { setField } from '../operations/setField.ts'
import { setName } from '../operations/setName.ts'
import { updateStep } from '../operations/updateStep.ts'
import { parseAgentConfig } from '../parseAgentConfig.ts'
import { serializeAgentConfig } from '../serializeAgentConfig.ts'
import type { MergeSide } from './MergeConflict.ts'
import { type MergePlan, mergeAgents } from './mergeAgents.ts'

const agents: fc.Arbitrary<AgentConfig> = fc
  .tuple(arbitraryAgentConfig, fc.dictionary(fc.constantFrom('helper', 'other'), arbitraryAgentConfig))
  .map(([agent, inner]) => ({ ...agent, agents: inner }))

const words = fc.array(fc.constantFrom('ask', 'tell', 'briefly\n', 'kindly', '{question}', '\n'), { maxLength: 8 })
const wish = fc.constantFrom('llm', 'output', 'Ask someone')

/** One thing a person, or a file, may do to an agent. `tag` keeps what two sides make apart. */
function edits(tag: string): fc.Arbitrary<(agent: AgentConfig) => AgentConfig> {
  const step = fc.nat({ max: 7 })
  const onStep =
    (change: (agent: AgentConfig, id: string) => AgentConfig) => (index: number) => (agent: AgentConfig) => {
      const found = agent.steps[index % Math.max(1, agent.steps.length)]
      return found === undefined ? agent : change(agent, found.id)
    }
  return fc.oneof(
    wish.map((strategyType) => (agent: AgentConfig) => addStep(agent, { id: createStepId(agent, tag), strategyType })),
    step.map(onStep((agent, id) => removeStep(agent, id, { reconnect: true }))),
    fc
      .tuple(step, words)
      .map(([index, list]) =>
        onStep((agent, id) => updateStep(agent, id, { config: { promptTemplate: list.join(' ') } }))(index),
      ),
    fc.tuple(step, fc.constantFrom('prompt', 'rules', 'x'), arbitraryJson).map(([index, key, value]) =>
      onStep((agent, id) => {
        const before = agent.steps.find((item) => item.id === id)?.config
        return updateStep(agent, id, { config: { ...before, [key]: value } })
      })(index),
    ),
    arbitraryEdge.map((edge) => (agent: AgentConfig) => ({ ...agent, edges: [...(agent.edges ?? []), edge] })),
    fc.tuple(step, step).map(([from, to]) => (agent: AgentConfig) => {
      const ends = [from, to].map((index) => agent.steps[index % Math.max(1, agent.steps.length)]?.id)
      return connectSteps(agent, { from: ends[0] ?? 'START', to: ends[1] ?? 'END' })
    }),
    fc.constant((agent: AgentConfig) => ({ ...agent, steps: agent.steps.toReversed() })),
    words.map((list) => (agent: AgentConfig) => setName(agent, list.join(' '))),
    fc.constantFrom('a', 'b').map((name) => (agent: AgentConfig) => setField(agent, name, { type: 'string' })),
    fc
      .tuple(
        agents,
        fc.subarray(['steps', 'edges', 'stateType', 'tools', 'agents', 'memory', 'notes', 'groups'] as const),
      )
      .map(
        ([other, keys]) =>
          (agent: AgentConfig): AgentConfig => ({
            ...agent,
            ...Object.fromEntries(keys.flatMap((key) => (key in other ? [[key, other[key]]] : []))),
          }),
      ),
  )
}

/** An agent, and what it became on one side. */
const edited = (tag: string) => fc.array(edits(tag), { maxLength: 5 })
const apply = (agent: AgentConfig, list: readonly ((agent: AgentConfig) => AgentConfig)[]) =>
  list.reduce((sofar, edit) => edit(sofar), agent)
const triples = fc
  .tuple(agents, edited('mine'), edited('theirs'))
  .map(([base, mine, theirs]) => ({ base, mine: apply(base, mine), theirs: apply(base, theirs) }))

/** The merge with one side chosen throughout: a choice may raise another question. */
function chooseAll(side: MergeSide, ...sides: readonly [AgentConfig, AgentConfig, AgentConfig]): MergePlan {
  let choices: Readonly<Record<string, MergeSide>> = {}
  for (;;) {
    const plan = mergeAgents(...sides, choices)
    const open = plan.conflicts.filter(({ key }) => !(key in choices))
    if (open.length === 0) return plan
    choices = { ...choices, ...Object.fromEntries(open.map(({ key }) => [key, side])) }
  }
}

/** Whether both sides made something of their own under one id: theirs gets another one, which is mine from there. */
function areDoubled(base: AgentConfig | undefined, mine: AgentConfig, theirs: AgentConfig): boolean {
  const idsOf = (agent: AgentConfig | undefined) =>
    new Set(
      [agent?.steps, agent?.notes, agent?.groups].flatMap((list, part) =>
        (list ?? []).map(({ id }) => `${part} ${id}`),
      ),
    )
  const [known, own] = [idsOf(base), idsOf(mine)]
  return (
    [...idsOf(theirs)].some((id) => own.has(id) && !known.has(id)) ||
    Object.entries(theirs.agents ?? {}).some(([id, agent]) => {
      const other = mine.agents?.[id]
      return other !== undefined && areDoubled(base?.agents?.[id], other, agent)
    })
  )
}

/** Places are mine without a question, and so is the order of what has no order. */
const isAsked = ({ part, kind, id, setting: [key] }: ReturnType<typeof diffAgents>[number]) =>
  kind !== 'moved' && !(part === 'note' && key === 'size') && !(part === 'step' && key === 'pinned') && id !== 'layout'

describe('a merge of two agents', () => {
  it('is what one side made of it when the other did nothing', () => {
    fc.assert(
      fc.property(triples, ({ base, mine, theirs }) => {
        expect(mergeAgents(base, mine, base)).toEqual({ merged: mine, conflicts: [] })
        expect(mergeAgents(base, base, theirs)).toEqual({ merged: theirs, conflicts: [] })
      }),
    )
  })

  it('is what both made of it when they did the same', () => {
    fc.assert(
      fc.property(triples, ({ base, mine }) => {
        expect(mergeAgents(base, mine, structuredClone(mine))).toEqual({ merged: mine, conflicts: [] })
      }),
    )
  })

  it('always parses, whichever side is chosen', () => {
    fc.assert(
      fc.property(triples, ({ base, mine, theirs }) => {
        for (const side of ['mine', 'theirs'] as const) {
          const { merged } = chooseAll(side, base, mine, theirs)
          const parsed = parseAgentConfig(serializeAgentConfig(merged))
          expect(parsed.ok ? parsed.ok : parsed.error.message).toBe(true)
        }
      }),
    )
  })

  it('is the same from both sides, but for what is chosen and where cards stand', () => {
    fc.assert(
      fc.property(triples, ({ base, mine, theirs }) => {
        fc.pre(!areDoubled(base, mine, theirs))
        const here = chooseAll('mine', base, mine, theirs)
        const there = chooseAll('theirs', base, theirs, mine)
        expect(there.conflicts.map(({ key }) => key).sort()).toEqual(here.conflicts.map(({ key }) => key).sort())
        expect(diffAgents(here.merged, there.merged).filter(isAsked)).toEqual([])
      }),
    )
  })

  it('has the edits of both sides when they were made in different steps', () => {
    const prompts = fc.tuple(words, words).map((sides) => sides.map((list) => list.join(' ')))
    const bases = agents.filter(({ steps }) => steps.length > 1)
    fc.assert(
      fc.property(bases, prompts, fc.nat(), fc.nat(), (base, [mine = '', theirs = ''], first, second) => {
        const ids = base.steps.map(({ id }) => id)
        const [own = '', other = ''] = [
          ids[first % ids.length],
          ids[(first + 1 + (second % (ids.length - 1))) % ids.length],
        ]
        const prompt = (agent: AgentConfig, id: string, value: string) =>
          updateStep(agent, id, { config: { promptTemplate: value }, nodeName: `${id} renamed` })
        const plan = mergeAgents(base, prompt(base, own, mine), prompt(base, other, theirs))
        expect(plan).toEqual({ merged: prompt(prompt(base, own, mine), other, theirs), conflicts: [] })
      }),
    )
  })
})

/** What a person may do to a list of settings without names. */
const listEdits = (tag: string) =>
  fc.array(
    fc.oneof(
      fc.tuple(fc.nat(), fc.nat()).map(
        ([from, to]) =>
          (list: readonly JsonObject[]) =>
            move(list, from % (list.length || 1), to),
      ),
      fc.nat().map((at) => (list: readonly JsonObject[]) => list.filter((_, index) => index !== at % list.length)),
      fc
        .nat()
        .map(
          (at) => (list: readonly JsonObject[]) =>
            list.map((item, index) => (index === at % list.length ? { ...item, part: tag } : item)),
        ),
      fc.nat().map((at) => (list: readonly JsonObject[]) => list.toSpliced(at % (list.length + 1), 0, { path: tag })),
    ),
    { maxLength: 3 },
  )
const move = (list: readonly JsonObject[], from: number, to: number) =>
  list.toSpliced(from, 1).toSpliced(to % (list.length || 1), 0, ...list.slice(from, from + 1))
const isSame = (a: JsonObject, b: JsonObject) => a.path === b.path && a.part === b.part
const savesIn = ({ steps: [step] }: AgentConfig): readonly unknown[] => [step?.config.saves].flat()

describe('a merge of lists without names', () => {
  const saves = (list: readonly JsonObject[]) =>
    addStep(createAgentConfig(), { id: 'http', strategyType: 'http', config: { saves: list } })

  it('keeps what both kept, and mixes no two members, whichever side is chosen', () => {
    const lists = fc.nat({ max: 4 }).map((length) => Array.from({ length }, (_, index) => ({ path: `data.${index}` })))
    fc.assert(
      fc.property(lists, listEdits('mine'), listEdits('theirs'), (list, own, others) => {
        const [mine = [], theirs = []] = [own, others].map((edits) =>
          edits.reduce<readonly JsonObject[]>((sofar, edit) => edit(sofar), list),
        )
        for (const side of ['mine', 'theirs'] as const) {
          const merged = savesIn(chooseAll(side, saves(list), saves(mine), saves(theirs)).merged)
          for (const item of mine.filter((kept) => theirs.some((other) => isSame(kept, other))))
            expect(merged).toContainEqual(item)
          for (const item of merged) expect([...mine, ...theirs]).toContainEqual(item)
        }
      }),
    )
  })

  it('takes a member that one side changed, and what one side added', () => {
    const [a, b, c] = [{ path: 'a' }, { path: 'b' }, { path: 'c' }]
    const plan = mergeAgents(saves([a, b]), saves([{ ...a, part: 'header' }, b]), saves([a, b, c]))
    expect(plan).toEqual({ merged: saves([{ ...a, part: 'header' }, b, c]), conflicts: [] })
  })

  it('asks about the whole list where one side put its members in another order', () => {
    const [a, b] = [
      { path: 'data.id', into: 'id' },
      { path: 'data.name', into: 'name' },
    ]
    const sides = [saves([a, b]), saves([b, a]), saves([{ ...a, part: 'header' }, b])] as const
    expect(mergeAgents(...sides).conflicts).toMatchObject([{ kind: 'changed', setting: ['config', 'saves'] }])
    expect(chooseAll('theirs', ...sides).merged).toEqual(sides[2])
  })
})

const ask = {
  id: 'ask',
  strategyType: 'llm',
  config: { promptTemplate: 'Answer the question briefly.', model: 'small' },
}
const tell = { id: 'tell', strategyType: 'output', config: {} }
const base: AgentConfig = {
  ...[ask, tell].reduce((agent, step) => addStep(agent, step), setName(createAgentConfig(), 'Asker')),
  edges: [
    { from: 'START', to: 'ask' },
    { from: 'ask', to: 'tell' },
    { from: 'tell', to: 'END' },
  ],
  layout: { ask: [0, 0], tell: [320, 0] },
}
const prompt = (text: string) => updateStep(base, 'ask', { config: { ...ask.config, promptTemplate: text } })
const promptIn = ({ steps }: AgentConfig) => steps.find(({ id }) => id === 'ask')?.config.promptTemplate
const asked = (mine: AgentConfig, theirs: AgentConfig) =>
  mergeAgents(base, mine, theirs).conflicts.map(({ kind, part, name, setting }) =>
    [kind, part, name, setting.join('.')].filter((word) => word !== '').join(' '),
  )
const wiresOf = ({ edges = [] }: AgentConfig) => edges.map(({ from, to }) => `${from}→${to}`).sort()

describe('what is merged, and what is asked', () => {
  it('merges two changes of one text that do not overlap, word by word', () => {
    const plan = mergeAgents(
      base,
      prompt('Kindly answer the hard question briefly.\nSay who you are.'),
      prompt('Answer the question in two sentences.'),
    )
    expect(asked(prompt('Answer the question kindly.'), prompt('Answer the question at once.'))).toEqual([
      'changed step ask config.promptTemplate',
    ])
    expect(plan.conflicts).toHaveLength(1)
    const apart = mergeAgents(base, prompt('Answer the hard question briefly.'), prompt('Answer the question shortly.'))
    expect(apart.conflicts).toEqual([])
    expect(promptIn(apart.merged)).toBe('Answer the hard question shortly.')
  })

  it('merges long texts of equal lines at what differs, and asks where that would take too long', () => {
    const lines = (first: string, third: string) =>
      [...Array(3000).fill('again'), first, 'x', third, ...Array(3000).fill('again')].join('\n')
    const merge = (...[before, mine, theirs]: readonly [string, string, string]) =>
      mergeAgents(prompt(before), prompt(mine), prompt(theirs))
    const plan = merge(lines('a', 'b'), lines('A', 'b'), lines('a', 'B'))
    expect({ text: promptIn(plan.merged), conflicts: plan.conflicts }).toEqual({ text: lines('A', 'B'), conflicts: [] })
    const many = (...ends: readonly [string, string]) =>
      Array(600).fill('again').with(0, ends[0]).with(-1, ends[1]).join('\n')
    expect(merge(many('a', 'b'), many('A', 'b'), many('a', 'B')).conflicts).toMatchObject([{ kind: 'changed' }])
  })

  it('gives both values of a setting that got two, and takes the one that is chosen', () => {
    const model = (name: string) => updateStep(base, 'ask', { config: { ...ask.config, model: name } })
    const { merged, conflicts } = mergeAgents(base, model('mine'), model('theirs'))
    expect(conflicts).toMatchObject([{ base: 'small', mine: 'mine', theirs: 'theirs', isText: false }])
    expect(merged).toEqual(model('mine'))
    const choices = { [conflicts[0]?.key ?? '']: 'theirs' } as const
    expect(mergeAgents(base, model('mine'), model('theirs'), choices).merged).toEqual(model('theirs'))
  })

  it('asks about a step that one side deleted and the other changed, or led an edge to', () => {
    const without = removeStep(base, 'tell')
    expect(asked(without, updateStep(base, 'tell', { nodeName: 'Tell' }))).toEqual(['deleted step Tell'])
    expect(asked(connectSteps(base, { from: 'START', to: 'tell' }), without)).toEqual(['deleted step tell'])
    expect(asked(without, prompt('Answer.'))).toEqual([])
  })

  it('leaves no edge behind of a step that is gone', () => {
    const added = addStep(connectSteps(base, { from: 'tell', to: 'log' }), { id: 'log', strategyType: 'output' })
    const { merged, conflicts } = mergeAgents(base, removeStep(base, 'tell'), added)
    expect(conflicts).toMatchObject([{ kind: 'deleted', id: 'tell' }])
    expect(wiresOf(merged)).toEqual(['START→ask'])
    const kept = mergeAgents(base, removeStep(base, 'tell'), added, { [conflicts[0]?.key ?? '']: 'theirs' })
    expect(wiresOf(kept.merged)).toEqual(expect.arrayContaining(['tell→END', 'tell→log']))
    expect(kept.merged.layout).toEqual(base.layout)
  })

  it('asks where an exit leads that both sides led elsewhere', () => {
    const to = (end: string) => ({
      ...base,
      edges: (base.edges ?? []).map((edge) => (edge.from === 'ask' ? { ...edge, to: end } : edge)),
    })
    expect(mergeAgents(base, to('END'), to('ask')).conflicts).toMatchObject([
      { kind: 'changed', part: 'edge', name: 'ask', setting: ['to'], mine: 'END', theirs: 'ask' },
    ])
  })

  it('keeps both steps that two sides added under one id, with their edges and places', () => {
    const add = (title: string, y: number): AgentConfig => {
      const agent = addStep(base, { id: 'llm', strategyType: 'llm', nodeName: title })
      return { ...connectSteps(agent, { from: 'START', to: 'llm' }), layout: { ...base.layout, llm: [0, y] } }
    }
    const { merged, conflicts } = mergeAgents(base, add('Mine', 100), add('Theirs', 200))
    expect(conflicts).toEqual([])
    expect(merged.steps.map(({ nodeName }) => nodeName)).toEqual(expect.arrayContaining(['Mine', 'Theirs']))
    expect(merged.layout).toMatchObject({ llm: [0, 100], 'llm-2': [0, 200] })
    expect(wiresOf(merged)).toEqual(expect.arrayContaining(['START→llm', 'START→llm-2']))
  })

  it('keeps both of two equal steps that two sides put into different places, and one in one place', () => {
    const put = (from: string, to: string): AgentConfig => {
      const { edges = [], ...agent } = addStep(base, { id: 'llm', strategyType: 'llm' })
      const others = edges.filter((edge) => edge.from !== from || edge.to !== to)
      return { ...agent, edges: [...others, { from, to: 'llm' }, { from: 'llm', to }] }
    }
    const { merged, conflicts } = mergeAgents(base, put('START', 'ask'), put('ask', 'tell'))
    expect(conflicts).toEqual([])
    expect(merged.steps.map(({ id }) => id).sort()).toEqual(['ask', 'llm', 'llm-2', 'tell'])
    expect(wiresOf(merged)).toEqual(['START→llm', 'ask→llm-2', 'llm-2→tell', 'llm→ask', 'tell→END'])
    const same = mergeAgents(base, put('ask', 'tell'), setName(put('ask', 'tell'), 'Other'))
    expect(same).toEqual({ merged: setName(put('ask', 'tell'), 'Other'), conflicts: [] })
  })

  it('lets the place of a step go with it that one side deleted and the other only moved', () => {
    const moved = { ...base, layout: { ...base.layout, tell: [640, 80] as const } }
    const without = removeStep(base, 'tell')
    for (const { merged } of [mergeAgents(base, moved, without), mergeAgents(base, without, moved)])
      expect(merged.layout).toEqual({ ask: [0, 0] })
  })

  it('asks about a field, a tool and an agent that both made under one name', () => {
    const field = (type: 'string' | 'number') => setField(base, 'count', { type })
    expect(asked(field('string'), field('number'))).toEqual(['sameName field count'])
    const tool = (code: string) => ({ ...base, tools: [{ name: 'roll', kind: 'code', code }] })
    expect(asked(tool('return 1'), tool('return 2'))).toEqual(['sameName tool roll'])
    const inner = (name: string) => ({ ...base, agents: { helper: setName(createAgentConfig(), name) } })
    expect(asked(inner('One'), inner('Two'))).toEqual(['sameName agent helper'])
  })

  it('merges lists by the names of what is in them', () => {
    const routes = (...names: readonly string[]) =>
      updateStep(base, 'ask', { config: { routes: names.map((name) => ({ name })) } })
    const { merged, conflicts } = mergeAgents(routes('a', 'b'), routes('a', 'b', 'c'), routes('d', 'a'))
    expect(conflicts).toEqual([])
    expect(merged).toEqual(routes('d', 'a', 'c'))
  })

  it('mixes no settings of two types', () => {
    const other = updateStep(base, 'ask', { strategyType: 'output', config: {} })
    expect(asked(other, prompt('Answer.'))).toEqual(['changed step ask'])
  })

  it('asks for no place: where both sides moved a card or a note, it is mine', () => {
    const at = (x: number): AgentConfig => ({
      ...base,
      layout: { ...base.layout, ask: [x, 0] },
      notes: [{ id: 'n', text: '', position: [x, 0] }],
    })
    const { merged, conflicts } = mergeAgents(at(0), at(10), at(20))
    expect({ merged, conflicts }).toEqual({ merged: at(10), conflicts: [] })
  })

  it('asks in which order steps run when both sides changed it and no edges say', () => {
    const { edges: _, ...chain } = base
    const add = (id: string) => addStep(chain, { id, strategyType: 'output' })
    const { merged, conflicts } = mergeAgents(chain, add('a'), add('b'))
    expect(conflicts).toMatchObject([{ part: 'setting', id: 'steps' }])
    expect(merged.steps).toHaveLength(4)
  })
})
