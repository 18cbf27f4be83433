import type { AgentConfig } from '@petal/core/model'

/** A name for a new step that no other step has: `Ask a model`, `Ask a model 2` … */
export function freeName({ steps }: Pick<AgentConfig, 'steps'>, title: string): string {
  return freeNameAmong(new Set(steps.map(({ nodeName }) => nodeName)), title)
}

/** The same against a set of names, for callers that make many at once. A copy of `Greet 2` is called `Greet 3`. */
export function freeNameAmong(taken: ReadonlySet<string | undefined>, title: string): string {
  if (!taken.has(title)) return title
  const stem = title.replace(/ \d+$/, '')
  let count = 2
  while (taken.has(`${stem} ${count}`)) count += 1
  return `${stem} ${count}`
}
