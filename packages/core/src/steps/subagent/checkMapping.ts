import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import type { SubagentConfig } from './subagentSchema.ts'

/** That every line of a mapping has two ends, and that the agent is given what it asks for. */
export function checkMapping(config: SubagentConfig, outer: AgentConfig): readonly Problem[] {
  const { agents = {} } = outer
  const inner = Object.hasOwn(agents, config.agent) ? agents[config.agent] : undefined
  // That there is no such agent, or no such field in it, is said by the plan.
  return inner === undefined ? checkEnds(config) : [...checkEnds(config), ...checkGiven(config, inner, outer)]
}

/** That every line of a mapping has two ends. */
function checkEnds({ inputs, outputs }: SubagentConfig): readonly Problem[] {
  return [
    ...inputs.flatMap(({ input, kind, field, value }, index) => [
      ...(input === ''
        ? [fault(`inputs[${index}].input`, t('Choose the input of the agent that this goes into.'))]
        : []),
      ...(kind === 'field' && field === ''
        ? [fault(`inputs[${index}].field`, t('Choose the field whose value goes in.'))]
        : []),
      ...(kind === 'expression' && value.trim() === ''
        ? [fault(`inputs[${index}].value`, t('Write an expression, such as the name of a field.'))]
        : []),
    ]),
    ...outputs.flatMap(({ output, field }, index) => [
      ...(output === '' ? [fault(`outputs[${index}].output`, t('Choose the field of the agent that comes out.'))] : []),
      ...(field === '' ? [fault(`outputs[${index}].field`, t('Choose the field that this goes into.'))] : []),
    ]),
  ]
}

/** An input that nothing goes into may be meant so: worth a warning. */
function checkGiven({ agent, inputs }: SubagentConfig, inner: AgentConfig, outer: AgentConfig): readonly Problem[] {
  const named = inputs.map(({ input }) => input)
  const missing = Object.entries(inner.stateType.fields).filter(
    ([name, { type, input, default: start }]) =>
      input === true &&
      type !== 'messages' &&
      start === undefined &&
      !named.includes(name) &&
      !Object.hasOwn(outer.stateType.fields, name),
  )
  return missing.map(([name, { type }]) => ({
    code: 'step.config',
    severity: 'warning',
    path: 'config.inputs',
    message: t(
      '"{agent}" asks for {name}, but nothing goes into it: add it here, or give this state a field of that name.',
      { agent, name },
    ),
    fix: { label: t('Add the field {name}', { name }), change: { path: `stateType.fields.${name}`, value: { type } } },
  }))
}

function fault(path: string, message: string): Problem {
  return { code: 'step.config', severity: 'error', path: `config.${path}`, message }
}
