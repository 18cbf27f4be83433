import type { StepConfig } from '../config/AgentConfig.ts'
import { t } from '../language/t.ts'
import type { Port, StepPorts } from './StepDefinition.ts'

/**
 * The exit by which a step leaves that has failed for good, when its `onError` says so. An edge that names no exit is
 * not taken for it: what comes after a success does not come after a failure by accident.
 */
export const ERROR_EXIT = 'error'

const errorPort: Port = {
  id: ERROR_EXIT,
  get label() {
    return t('Error')
  },
}

/** The ports of a type of step, with the one for errors where the step's settings ask for it. */
export function withErrorPort(ports: StepPorts, { onError }: Pick<StepConfig, 'onError'>): StepPorts {
  if (onError?.action !== 'exit' || ports.outputs.some(({ id }) => id === ERROR_EXIT)) return ports
  return { ...ports, outputs: [...ports.outputs, errorPort] }
}

/** Whether a step that leaves by `exit` goes along an edge. */
export function takesEdge(edge: { readonly exit?: string | undefined }, exit: string | undefined): boolean {
  return edge.exit === undefined ? exit !== ERROR_EXIT : edge.exit === exit
}
