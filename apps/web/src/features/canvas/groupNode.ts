import { msg } from '@petal/ui/language'
import type { Node } from '@xyflow/react'
import { type Box, cardHeight, cardWidth } from '../../editor/cardSize.ts'
import type { Group } from '../../editor/groups.ts'
import { cardHandles } from './cardGeometry.ts'
import { frameLevel } from './frameLevel.ts'

/** A group on the canvas: a frame behind its cards, or one card in their place. */
export type GroupNode = Node<{ readonly group: Group }, 'frame'>

/** Left free around the cards of a group. */
const padding = 20
/** The height of the row with its title. */
export const titleHeight = 32
const shut = cardHandles({ inputs: [], outputs: [{ id: 'out', label: msg('Out') }] })

export function groupNodeId(groupId: string): string {
  return `group:${groupId}`
}

/** The node of a group whose members cover this box. */
export function toGroupNode(group: Group, members: Box, selected: boolean): GroupNode {
  const size = group.collapsed
    ? { width: cardWidth, height: cardHeight }
    : { width: members.width + 2 * padding, height: members.height + 2 * padding + titleHeight }
  const base = {
    id: groupNodeId(group.id),
    type: 'frame',
    data: { group },
    selected,
    // Its members are what is selected, and its title what has the focus.
    selectable: false,
    focusable: false,
    connectable: false,
    deletable: false,
    ...size,
    measured: size,
  } as const
  if (group.collapsed) return { ...base, position: { x: members.x, y: members.y }, handles: shut }
  return {
    ...base,
    position: { x: members.x - padding, y: members.y - padding - titleHeight },
    handles: [],
    // Below notes; only its title is taken hold of, so that what is within can be clicked and boxed as ever.
    zIndex: frameLevel,
    style: { pointerEvents: 'none' },
    dragHandle: '.petal-group-title',
  }
}
