import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import type { NamedField } from '../../step/StepDefinition.ts'
import { readCall, writeCall } from './agentCall.ts'
import { checkMapping } from './checkMapping.ts'
import { spellPassing } from './spellPassing.ts'
import { type SubagentConfig, subagentSchema } from './subagentSchema.ts'

/** The step type that calls another agent of the file. */
export const subagentStep = defineStep({
  name: 'subagent',
  version: 1,
  title: 'Sub-agent',
  description: 'Calls another agent of this file, and takes what it comes to.',
  category: 'logic',
  icon: 'workflow',
  schema: subagentSchema,
  reads: ({ inputs }) => unique(inputs.flatMap(({ kind, field }) => (kind === 'field' && field !== '' ? [field] : []))),
  writes: ({ outputs }) => (outputs.length === 0 ? undefined : writtenBy(outputs)),
  texts: ({ inputs }) =>
    inputs.flatMap(({ kind, value }, index) =>
      kind === 'field' ? [] : [{ path: `config.inputs[${index}].value`, text: value, language: kind }],
    ),
  agents: ({ agent, inputs, outputs }) => [
    {
      agent,
      path: 'config.agent',
      gives: named(
        inputs.map(({ input }) => input),
        (index) => `config.inputs[${index}].input`,
      ),
      takes: named(
        outputs.map(({ output }) => output),
        (index) => `config.outputs[${index}].output`,
      ),
    },
  ],
  callsAlways: true,
  call: { write: writeCall, read: readCall, spell: spellPassing },
  validate: (config, { agent }) => checkMapping(config, agent),
  summarize: ({ agent, outputs }) => {
    if (agent === '') return t('Call *an agent*: choose which')
    const written = writtenBy(outputs)
    const name = emphasize(agent)
    return written.length === 0
      ? t('Call {name}', { name })
      : t('Call {name} for {written}', { name, written: emphasizeList(written, 'and') })
  },
  run: async (state, context) => (await import('./callAgent.ts')).callAgent(state, context),
  examples: [
    { title: 'By the names of the fields', config: { agent: 'fact-check' } },
    {
      title: 'With a mapping',
      config: {
        agent: 'fact-check',
        inputs: [{ input: 'claim', kind: 'template', value: 'In short: {draft}' }],
        outputs: [{ output: 'verdict', field: 'review' }],
      },
    },
  ],
})

/** The fields of the agent that a mapping names, each with its place; what is still empty is said elsewhere. */
function named(names: readonly string[], pathOf: (index: number) => string): readonly NamedField[] {
  return names.flatMap((name, index) => (name === '' ? [] : [{ name, path: pathOf(index) }]))
}

function writtenBy(outputs: SubagentConfig['outputs']): readonly string[] {
  return unique(outputs.flatMap(({ field }) => (field === '' ? [] : [field])))
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
