import type { Problem } from '../../errors/Problem.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import { giveStepIds } from './giveStepIds.ts'

/** Gives the steps of every agent within a file their ids, as `giveStepIds` does for the file's own. */
export function giveInnerStepIds(agents: Json | undefined): {
  readonly agents: Json | undefined
  readonly problems: readonly Problem[]
} {
  if (!isJsonObject(agents)) return { agents, problems: [] }
  const problems: Problem[] = []
  const named = Object.entries(agents).map(([agentId, agent]): [string, Json | undefined] => {
    if (!isJsonObject(agent) || !Array.isArray(agent.steps)) return [agentId, agent]
    const given = giveStepIds(agent.steps)
    problems.push(...given.problems.map((problem) => ({ ...problem, agentId })))
    return [agentId, { ...agent, steps: given.steps } satisfies JsonObject]
  })
  return { agents: Object.fromEntries(named), problems }
}
