import type { StepPorts } from '@petal/core/model'
import { type Node, type NodeHandle, Position as Side } from '@xyflow/react'
import { cardAnchor, cardHeight, cardWidth, portRow } from '../../editor/cardSize.ts'

/**
 * Sizes of what is drawn, in canvas units. Cards have a known size before they are mounted, so that edges, the
 * overview, tidying and culling never wait for a measurement. `StepCard` draws by the same numbers.
 */
/** The dot of a handle, as `canvas.css` draws it. */
const handleSize = 10
export const terminalSize = { width: 112, height: 44 }

/** The handle of edges that are taken whatever the exit. */
export const anyExit = '*'
export const inputHandle = 'in'
/** Takes wires that may not be, so that they are refused with a reason instead of falling through. */
export const refusingHandle = 'none'

/** From the top edge to the middle of an output port's row; ports are 0-based. */
export function portOffset(ports: StepPorts, index: number): number {
  return ports.outputs.length > 1 ? cardHeight + index * portRow + portRow / 2 : cardAnchor
}

/** Where edges meet a step's card. */
export function cardHandles(ports: StepPorts): NodeHandle[] {
  const outputs = ports.outputs.map((port, index) => handle('source', port.id, cardWidth, portOffset(ports, index)))
  const handles = [handle('target', inputHandle, 0, cardAnchor), ...outputs]
  return outputs.length === 1 ? handles : [...handles, handle('source', anyExit, cardWidth, cardAnchor)]
}

/** Where edges meet the start or the end; and, over the whole card, where they may not. */
export function terminalHandles(type: 'source' | 'target'): NonNullable<Node['handles']> {
  const { width, height } = terminalSize
  const isStart = type === 'source'
  const own = handle(type, isStart ? anyExit : inputHandle, isStart ? width : 0, height / 2)
  const refusing: NodeHandle = {
    type: isStart ? 'target' : 'source',
    id: refusingHandle,
    position: isStart ? Side.Left : Side.Right,
    ...{ x: 0, y: 0, width, height },
  }
  return [own, refusing]
}

function handle(...[type, id, x, y]: ['source' | 'target', string, number, number]): NodeHandle {
  const position = type === 'source' ? Side.Right : Side.Left
  return { type, id, x: x - handleSize / 2, y: y - handleSize / 2, width: handleSize, height: handleSize, position }
}
