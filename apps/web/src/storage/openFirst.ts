import type { AgentConfig, Problem } from '@petal/core/model'

/** What opens and makes agents. */
interface Opener {
  open(id: string): Promise<Problem | undefined>
  createAgent(config: AgentConfig): Promise<Problem | undefined>
}

/** Opens the first of these that can be opened, else a new agent. Gives the first refusal. */
export async function openFirst(
  opener: Opener,
  ids: readonly string[],
  firstAgent: () => Promise<AgentConfig>,
): Promise<Problem | undefined> {
  let refusal: Problem | undefined
  for (const id of ids) {
    const problem = await opener.open(id)
    if (problem === undefined) return refusal
    refusal ??= problem
  }
  await opener.createAgent(await firstAgent())
  return refusal
}
