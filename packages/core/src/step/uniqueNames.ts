import type { Problem } from '../errors/Problem.ts'
import type { Port } from './StepDefinition.ts'

/** One output port per name; a name that is empty or taken gets none. */
export function namedPorts(names: readonly string[]): readonly Port[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ id: name, label: name }))
}

/**
 * That every entry of a list has a name of its own, because edges leave by it.
 *
 * @param list the setting that holds the list, such as `routes`; each entry has a `name`
 * @param noun what one entry is called: `route`
 * @param reserved names that are taken already
 */
export function checkNames(
  list: string,
  noun: string,
  names: readonly string[],
  reserved: readonly string[] = [],
): readonly Problem[] {
  return names.flatMap((name, index) => {
    const message = explainName(noun, name, names.indexOf(name) < index, reserved)
    if (message === undefined) return []
    return [{ code: 'step.config', severity: 'error', path: `config.${list}[${index}].name`, message } as const]
  })
}

function explainName(noun: string, name: string, taken: boolean, reserved: readonly string[]): string | undefined {
  if (name === '') return `Give this ${noun} a name: connections leave by it.`
  if (name.trim() !== name) return `The name of this ${noun} begins or ends with a space: remove it.`
  if (taken) return `There are two of the name '${name}': give this ${noun} another one.`
  if (reserved.includes(name)) return `'${name}' is the name of another way out: give this ${noun} another one.`
  return undefined
}
