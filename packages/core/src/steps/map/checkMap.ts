import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { fieldNameFault } from '../../state/isFieldName.ts'
import type { MapConfig } from './mapSchema.ts'
import { listGiven } from './toItemAgent.ts'

const lists: ReadonlySet<string> = new Set(['array', 'messages', 'any'])

/** What is wrong with a map's own settings. The agent that it runs is judged by the plan. */
export function checkMap(config: MapConfig, { stateType }: AgentConfig): readonly Problem[] {
  return [...checkLists(config, stateType.fields), ...checkNames(config), ...checkInputs(config)]
}

function checkLists(config: MapConfig, fields: AgentConfig['stateType']['fields']): readonly Problem[] {
  const { over, writes, agent, step } = config
  const typeOf = (name: string) => (Object.hasOwn(fields, name) ? (fields[name]?.type ?? 'any') : 'any')
  return [
    ...(over === '' ? [fault('over', t('Choose the list to go through.'))] : []),
    ...(lists.has(typeOf(over))
      ? []
      : [fault('over', t('{name} is a {type}: choose a list.', { name: over, type: typeOf(over) }))]),
    ...(agent === '' && step.strategyType === ''
      ? [fault('step', t('Choose what to do with each item: a step, or an agent of this file.'))]
      : []),
    ...(writes === '' ? [fault('writes', t('Choose the field for the results.'))] : []),
    ...(['array', 'any'].includes(typeOf(writes))
      ? []
      : [
          fault(
            'writes',
            t('{name} is a {type}, and the results are a list: choose another field.', {
              name: writes,
              type: typeOf(writes),
            }),
          ),
        ]),
  ]
}

/** That what reaches an item has names, each its own. */
function checkNames(config: MapConfig): readonly Problem[] {
  const given = listGiven(config)
  const twice = given.find((name, index) => given.indexOf(name) !== index)
  return [
    ...(config.itemField === '' ? [fault('itemField', t('Give the item a name.'))] : []),
    ...(['itemField', 'indexField'] as const).flatMap((path) => checkName(path, config[path])),
    ...(twice === undefined
      ? []
      : [fault('itemField', t('Two things are given as {twice}: each needs its own name.', { twice }))]),
  ]
}

function checkInputs({ inputs }: MapConfig): readonly Problem[] {
  return inputs.flatMap(({ from, to }, index) => [
    ...(from === '' ? [fault(`inputs[${index}].from`, t('Choose the field to pass along.'))] : []),
    ...checkName(`inputs[${index}].to`, to),
  ])
}

function checkName(path: string, name: string): readonly Problem[] {
  const message = name === '' ? undefined : fieldNameFault(name)
  return message === undefined ? [] : [fault(path, message)]
}

function fault(path: string, message: string): Problem {
  return { code: 'step.config', severity: 'error', path: `config.${path}`, message }
}
