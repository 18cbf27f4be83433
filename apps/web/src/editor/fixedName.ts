/** The name by which the output of a step is fixed; `agentId`: the agent within the file whose step it is. */
export function fixedName(agentId: string | undefined, stepId: string): string {
  return agentId === undefined ? stepId : `${agentId}/${stepId}`
}
