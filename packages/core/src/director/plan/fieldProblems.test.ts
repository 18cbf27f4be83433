import { describe, expect, it } from 'vitest'
import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import { planAgent } from '../planAgent.ts'
import { validateAgentConfig } from '../validateAgentConfig.ts'
import { createTestRegistry, mend, type ProblemCase, type TestAgent, toTestConfig } from './testAgentConfig.ts'

const registry = createTestRegistry()

const write = (...writes: readonly string[]): Partial<StepConfig> => ({ config: { writes } })
const prompt = (text: string): Partial<StepConfig> => ({ config: { prompt: text } })
const when = (text: string): Partial<StepConfig> => ({ config: { when: text } })
const choose: Partial<StepConfig> = { strategyType: 'choose' }
const text = { type: 'string' } as const
const input = { type: 'string', input: true } as const

const cases: Readonly<Record<string, ProblemCase>> = {
  'a field nobody may have': {
    agent: { fields: { constructor: text }, steps: { a: {} } },
    code: 'state.name',
    severity: 'error',
    path: 'stateType.fields.constructor',
    words: 'reserved',
  },
  'a start value of another type': {
    agent: { fields: { a: { type: 'string', default: 3 } }, steps: { a: {} } },
    code: 'state.default',
    severity: 'error',
    path: 'stateType.fields.a.default',
    words: 'start value of a',
  },
  'writing an undeclared field': {
    agent: { fields: { notes: text }, steps: { a: write('note') } },
    code: 'state.undeclared',
    severity: 'error',
    stepId: 'a',
    path: 'config.writes[0]',
    words: '"write_step_0" writes note. The state has no field note yet. Fields: notes.',
    fix: 'Add the field note',
  },
  'reading an undeclared field': {
    agent: { fields: { notes: input }, steps: { a: { config: { reads: ['', 'note'] } } } },
    code: 'state.undeclared',
    severity: 'error',
    stepId: 'a',
    path: 'config.reads[1]',
    words: '"write_step_0" reads note',
    fix: 'Replace with notes',
  },
  'reading an undeclared field like none': {
    agent: { steps: { a: { config: { reads: ['note'] } } } },
    code: 'state.undeclared',
    severity: 'error',
    stepId: 'a',
    path: 'config.reads[0]',
    words: 'Fields: none.',
  },
  'reading what nothing writes': {
    agent: { fields: { notes: text }, steps: { a: { config: { reads: ['notes'] } } } },
    code: 'state.neverWritten',
    severity: 'warning',
    stepId: 'a',
    path: 'config.reads[0]',
    words: '"write_step_0" reads notes, but nothing gives it a value',
    fix: 'Ask for notes at the start',
  },
  'a model that writes an undeclared field': {
    agent: { steps: { a: { strategyType: 'llm', config: { promptTemplate: 'Hi', writes: 'note' } } } },
    code: 'state.undeclared',
    severity: 'error',
    stepId: 'a',
    path: 'config.writes',
    words: 'writes note. The state has no field note yet.',
    fix: 'Add the field note',
  },
  'reading an undeclared field that no setting names': {
    agent: { steps: { a: { strategyType: 'peek' } } },
    code: 'state.undeclared',
    severity: 'error',
    stepId: 'a',
    words: 'reads hidden',
    fix: 'Add the field hidden',
  },
  'reading what nothing writes, and no setting names': {
    agent: { fields: { hidden: text }, steps: { a: { strategyType: 'peek' } } },
    code: 'state.neverWritten',
    severity: 'warning',
    stepId: 'a',
    words: 'reads hidden, but nothing gives it a value',
    fix: 'Ask for hidden at the start',
  },
  'a template that cannot be read': {
    agent: { steps: { a: prompt('As JSON: {"a": 1}') } },
    code: 'template.syntax',
    severity: 'error',
    stepId: 'a',
    path: 'config.prompt',
    range: [9, 17],
    words: 'looks like JSON',
    fix: 'Double the braces',
  },
  'braces doubled by habit': {
    agent: { fields: { name: input }, steps: { a: prompt('Hi {{ name }}, {{{name}}} and {{other}}') } },
    code: 'template.syntax',
    severity: 'info',
    stepId: 'a',
    path: 'config.prompt',
    range: [3, 13],
    words: '{{ name }} prints {name} as it stands',
    fix: 'Write {name}',
  },
  'an unknown variable': {
    agent: { fields: { question: input }, steps: { a: { ...prompt('{qestion.text}'), nodeName: 'Draft' } } },
    code: 'template.unknownVar',
    severity: 'error',
    stepId: 'a',
    path: 'config.prompt',
    range: [1, 13],
    words: '"Draft" uses {qestion.text}, but the state has no field qestion. Fields: question.',
  },
  'a variable like none': {
    agent: { fields: { question: input }, steps: { a: prompt('{tone}') } },
    code: 'template.unknownVar',
    severity: 'error',
    stepId: 'a',
    path: 'config.prompt',
    range: [1, 5],
    words: 'no field tone',
    fix: 'Add tone as an input',
  },
  'a misspelt variable': {
    agent: { fields: { question: input }, steps: { a: prompt('Answer {Question}!') } },
    code: 'template.unknownVar',
    severity: 'error',
    stepId: 'a',
    path: 'config.prompt',
    range: [8, 16],
    words: 'no field Question',
    fix: 'Replace with {question}',
  },
  'a part of what has none': {
    agent: { fields: { name: input }, steps: { a: prompt('{name.first}') } },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.prompt',
    range: [1, 11],
    words: '{name.first} will have no value: name is a string, which has no parts.',
    fix: 'Replace with {name}',
  },
  'a variable that nothing writes': {
    agent: { fields: { tone: text }, steps: { a: prompt('{tone}') } },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.prompt',
    words: '"write_step_0" uses {tone}, but nothing gives it a value',
    fix: 'Ask for tone at the start',
  },
  'a variable that is written later': {
    agent: { fields: { note: text }, steps: { a: prompt('{note}'), b: { ...write('note'), nodeName: 'Take notes' } } },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.prompt',
    words: '{note} may have no value yet when "write_step_0" runs: "Take notes" writes it, but not on every way',
    fix: 'Give note a start value: an empty text',
  },
  'a variable written on one of two ways': {
    agent: {
      fields: { note: { type: 'any' } },
      steps: { a: choose, b: write('note'), c: prompt('{note}') },
      edges: 'START>a a.x>b a.y>c b>c',
    },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'c',
    path: 'config.prompt',
    words: '"write_step_1" writes it',
    fix: 'Give note a start value: an empty text',
  },
  'a variable that a loop writes only later': {
    agent: {
      fields: { note: { type: 'array' } },
      steps: { a: prompt('{note}'), b: choose, c: write('note') },
      edges: 'START>a a>b b.x>c b.y>END c>a',
    },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.prompt',
    words: '"write_step_2" writes it, but not on every way',
    fix: 'Give note a start value: an empty list',
  },
  'a variable that code before does not write': {
    agent: {
      fields: { note: text, sum: { type: 'any' } },
      steps: {
        x: { strategyType: 'custom', config: { code: 'return { sum: state.items.map((one) => one.price) }' } },
        a: prompt('{note}'),
        b: write('note'),
      },
    },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.prompt',
    words: '{note} may have no value yet',
    fix: 'Give note a start value: an empty text',
  },
  'a variable that starts as null': {
    agent: { fields: { note: { type: 'any', default: null } }, steps: { a: prompt('{note}'), b: write('note') } },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.prompt',
    words: '{note} may have no value yet when "write_step_0" runs: it starts as null, which no text can show.',
    fix: 'Give note a start value: an empty text',
  },
  'a variable that a form may leave empty': {
    agent: {
      fields: { city: text, note: { type: 'any' } },
      steps: {
        a: {
          strategyType: 'human',
          nodeName: 'Fill in',
          config: {
            mode: 'form',
            schema: {
              type: 'object',
              properties: { city: { type: 'string' }, note: { type: 'string' } },
              required: ['city'],
            },
          },
        },
        b: prompt('{city} {note}'),
      },
    },
    code: 'template.unknownVar',
    severity: 'warning',
    stepId: 'b',
    path: 'config.prompt',
    words: '{note} may have no value yet when "write_step_1" runs: "Fill in" may leave it out.',
    fix: 'Give note a start value: an empty text',
  },
  'a field to edit that is written later': {
    agent: {
      fields: { draft: { type: 'any' } },
      steps: { a: { strategyType: 'human', config: { mode: 'edit', field: 'draft' } }, b: write('draft') },
    },
    code: 'state.neverWritten',
    severity: 'warning',
    stepId: 'a',
    path: 'config.field',
    words: 'draft may have no value yet when "human_step_0" runs: "human_step_0" and "write_step_1" write it',
    fix: 'Give draft a start value: an empty text',
  },
  'a list to go through that is written later': {
    agent: {
      fields: { items: { type: 'any' }, found: { type: 'any' } },
      steps: {
        a: {
          strategyType: 'map',
          config: {
            over: 'items',
            step: { strategyType: 'write', config: { writes: ['found'] } },
            output: 'found',
            writes: 'found',
          },
        },
        b: write('items'),
      },
    },
    code: 'state.neverWritten',
    severity: 'warning',
    stepId: 'a',
    path: 'config.over',
    words: 'items may have no value yet',
    fix: 'Give items a start value: an empty list',
  },
  'a field to give back that is written on one of two ways': {
    agent: {
      fields: { note: { type: 'object' }, output: { type: 'any' } },
      steps: {
        a: choose,
        b: write('note'),
        c: { strategyType: 'output', config: { format: 'field', field: 'note' } },
      },
      edges: 'START>a a.x>b a.y>c b>c',
    },
    code: 'state.neverWritten',
    severity: 'warning',
    stepId: 'c',
    path: 'config.field',
    words: 'note may have no value yet',
    fix: 'Give note a start value: an empty object',
  },
  ...Object.fromEntries(
    ['return { note: 1 }', 'return JSON.parse(state.text)', 'return { other: 1 }'].map(
      (code): [string, ProblemCase] => [
        `a field to give back that code behind may write: ${code}`,
        {
          agent: {
            fields: { note: { type: 'any' }, output: { type: 'any' } },
            steps: {
              a: { strategyType: 'output', config: { format: 'field', field: 'note' } },
              b: { strategyType: 'custom', config: { code } },
            },
          },
          code: 'state.neverWritten',
          severity: 'warning',
          stepId: 'a',
          path: 'config.field',
          words: '"output_step_0" reads note, but nothing gives it a value',
          fix: 'Ask for note at the start',
        },
      ],
    ),
  ),
  'an expression that cannot be read': {
    agent: { steps: { a: when('1 = 1') } },
    code: 'expression.syntax',
    severity: 'error',
    stepId: 'a',
    path: 'config.when',
    range: [2, 3],
    words: 'Write ==',
    fix: 'Write ==',
  },
  'an expression that ends too early, which nothing can mend': {
    agent: { steps: { a: when('1 +') } },
    code: 'expression.syntax',
    severity: 'error',
    stepId: 'a',
    path: 'config.when',
    range: [3, 3],
    words: 'end',
  },
  'an unknown variable in an expression': {
    agent: { fields: { score: { type: 'number', default: 0 } }, steps: { a: when('scor > 3') } },
    code: 'expression.unknownVar',
    severity: 'error',
    stepId: 'a',
    path: 'config.when',
    range: [0, 4],
    words: '"write_step_0" uses scor, but the state has no field scor',
    fix: 'Replace with score',
  },
  'an expression over what is written later': {
    agent: { fields: { score: { type: 'number' } }, steps: { a: when('score > 3'), b: write('score') } },
    code: 'expression.unknownVar',
    severity: 'warning',
    stepId: 'a',
    path: 'config.when',
    words: 'score may have no value yet',
    fix: 'Give score a start value: 0',
  },
}

describe('problems', () => {
  it.each(Object.entries(cases))('%s', (_, { agent, code, severity, words, fix, ...place }) => {
    const [problem, ...others] = validateAgentConfig(toTestConfig(agent), registry)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code, severity, ...place, message: expect.stringContaining(words) })
    expect(problem?.stepId).toBe(place.stepId)
    expect(problem?.path).toBe(place.path)
    if (fix !== undefined) expect(problem?.fix?.label).toBe(fix)
  })

  it.each(Object.entries(cases).filter(([, { fix }]) => fix !== undefined))('%s: its fix mends it', (_, { agent }) => {
    const config = toTestConfig(agent)
    const [problem] = validateAgentConfig(config, registry)
    const left = validateAgentConfig(problem === undefined ? config : mend(config, problem), registry)
    expect(left.map(({ code, message }) => `${code} ${message}`)).not.toContain(`${problem?.code} ${problem?.message}`)
    expect(left.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('let what a model writes be a text, and what others write anything', () => {
    const llm = { strategyType: 'llm', config: { promptTemplate: 'Hi', writes: 'note' } }
    const typeOf = (step: Partial<StepConfig>) => {
      const config = toTestConfig({ steps: { a: step } })
      const [problem] = validateAgentConfig(config, registry)
      return problem && mend(config, problem).stateType.fields.note?.type
    }
    expect([typeOf(llm), typeOf(write('note'))]).toEqual(['string', 'any'])
  })

  it('of a field that a later step writes offer to declare it with a start value, not to ask for it', () => {
    const config = toTestConfig({ steps: { a: prompt('{note}'), b: write('note') } })
    const problems = validateAgentConfig(config, registry)
    const [unknown] = problems
    expect(unknown?.fix?.label).toBe('Add the field note, and let it start empty')
    expect(unknown && validateAgentConfig(mend(config, unknown), registry)).toEqual([])
  })

  it('of a field that an earlier step writes offer to declare it', () => {
    const config = toTestConfig({ steps: { a: write('note'), b: prompt('{note}') } })
    const unknown = validateAgentConfig(config, registry).find(({ stepId }) => stepId === 'b')
    expect(unknown?.fix?.label).toBe('Add the field note')
    expect(unknown && validateAgentConfig(mend(config, unknown), registry)).toEqual([])
  })

  it('stop a plan when one is an error, and are all told, worst first', () => {
    const result = planAgent(
      toTestConfig({
        fields: { a: { type: 'string' } },
        steps: { a: prompt('{a}'), b: prompt('{x} {{a}}'), c: prompt('{'), d: { strategyType: 'nothing' } },
      }),
      registry,
    )
    expect(result.ok).toBe(false)
    expect(result.problems.map(({ stepId, severity }) => `${stepId} ${severity}`)).toEqual([
      'b error',
      'c error',
      'd error',
      'a warning',
      'b info',
    ])
  })

  it('of a step that never runs are warnings', () => {
    const { ok, problems } = planAgent(
      toTestConfig({ steps: { a: {}, b: prompt('{x}'), c: { strategyType: 'nothing' } }, edges: 'START>a b>c' }),
      registry,
    )
    expect(ok).toBe(true)
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning'])
  })

  it('are none where an expression asks whether there is a value', () => {
    const fields = { note: { type: 'string' } } as const
    const steps = { a: when('note is not empty and length(note) > 3 or (note ?? "") == ""'), b: write('note') }
    expect(validateAgentConfig(toTestConfig({ fields, steps }), registry)).toEqual([])
  })

  it('are none for what the step itself provides, or what any step may write', () => {
    const fields = { given: { type: 'string' }, note: { type: 'string' } } as const
    const provided = { a: prompt('{given}') }
    expect(validateAgentConfig(toTestConfig({ fields, steps: provided }), registry)).toEqual([])
    const opaque = { a: { strategyType: 'opaque' }, b: { config: { prompt: '{note}', reads: ['note'] } } }
    expect(validateAgentConfig(toTestConfig({ fields, steps: opaque }), registry)).toEqual([])
  })

  it('are none for what code before may write, or null where no text has to show it', () => {
    const fields = { note: { type: 'any' }, flag: { type: 'any', default: null } } as const
    const code = (text: string) => ({ strategyType: 'custom', config: { code: text } })
    const before = [
      'return { note: 1 }',
      'return { [state.name]: 1 }',
      'return state.found',
      'return JSON.parse(state.text)',
    ]
    for (const text of before) {
      const steps = { a: code(text), b: prompt('{note}'), c: write('note', 'flag'), d: when('flag == 1') }
      expect(validateAgentConfig(toTestConfig({ fields, steps }), registry)).toEqual([])
    }
  })

  it('are none where one of two parallel branches writes before they meet', () => {
    const agent: TestAgent = {
      fields: { note: { type: 'string' } },
      steps: { a: write('note'), b: {}, c: prompt('{note}') },
      edges: 'START>a,b a>c b>c',
    }
    expect(validateAgentConfig(toTestConfig(agent), registry)).toEqual([])
  })

  it('name few of many', () => {
    const names = Array.from({ length: 20 }, (_, index) => `field${index}`)
    const fields = Object.fromEntries(names.map((name) => [name, { type: 'string', input: true } as const]))
    const [problem] = validateAgentConfig(toTestConfig({ fields, steps: { a: prompt('{zzz}') } }), registry)
    expect(problem?.message).toContain('field11 and 8 more.')
    expect(problem?.cause?.available).toEqual(names)
  })

  it('come from values that no type allows, too, without a fault', () => {
    const config = { ...toTestConfig({ steps: { a: prompt('{x}') } }), stateType: null } as unknown as AgentConfig
    expect(validateAgentConfig(config, registry).map(({ code }) => code)).toContain('state.type')
  })
})
