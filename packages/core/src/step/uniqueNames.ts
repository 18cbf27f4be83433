import type { Problem } from '../errors/Problem.ts'
import { msg } from '../language/msg.ts'
import { t } from '../language/t.ts'
import type { Port } from './StepDefinition.ts'

/** Whole sentences by what an entry is called: languages bend the words around it. */
const texts = {
  route: {
    unnamed: msg('Give this route a name: connections leave by it.'),
    spaced: msg('The name of this route begins or ends with a space: remove it.'),
    double: msg("There are two of the name '{name}': give this route another one."),
    other: msg("'{name}' is the name of another way out: give this route another one."),
  },
  branch: {
    unnamed: msg('Give this branch a name: connections leave by it.'),
    spaced: msg('The name of this branch begins or ends with a space: remove it.'),
    double: msg("There are two of the name '{name}': give this branch another one."),
    other: msg("'{name}' is the name of another way out: give this branch another one."),
  },
  option: {
    unnamed: msg('Give this option a name: connections leave by it.'),
    spaced: msg('The name of this option begins or ends with a space: remove it.'),
    double: msg("There are two of the name '{name}': give this option another one."),
    other: msg("'{name}' is the name of another way out: give this option another one."),
  },
} as const

type Noun = keyof typeof texts

/** One output port per name; a name that is empty or taken gets none. */
export function namedPorts(names: readonly string[]): readonly Port[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ id: name, label: name }))
}

/**
 * That every entry of a list has a name of its own, because edges leave by it.
 *
 * @param list the setting that holds the list, such as `routes`; each entry has a `name`
 * @param noun what one entry is called: `route`; one of those that the texts know
 * @param reserved names that are taken already
 */
export function checkNames(
  list: string,
  noun: Noun,
  names: readonly string[],
  reserved: readonly string[] = [],
): readonly Problem[] {
  return names.flatMap((name, index) => {
    const message = explainName(noun, name, names.indexOf(name) < index, reserved)
    if (message === undefined) return []
    return [{ code: 'step.config', severity: 'error', path: `config.${list}[${index}].name`, message } as const]
  })
}

function explainName(noun: Noun, name: string, taken: boolean, reserved: readonly string[]): string | undefined {
  const { unnamed, spaced, double, other } = texts[noun]
  if (name === '') return t(unnamed)
  if (name.trim() !== name) return t(spaced)
  if (taken) return t(double, { name })
  if (reserved.includes(name)) return t(other, { name })
  return undefined
}
