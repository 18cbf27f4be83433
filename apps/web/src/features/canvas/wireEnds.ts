import type { Node } from '@xyflow/react'
import type { DrawnEdge } from './edgesToDraw.ts'
import type { WireEnds } from './routePath.ts'

/** The ends of a wire between two cards, as React Flow finds them: the outer edges of the two dots. */
export function wireEnds(
  { sourceHandle, targetHandle }: DrawnEdge,
  source: Node | undefined,
  target: Node | undefined,
): WireEnds | undefined {
  const out = source?.handles?.find(({ type, id }) => type === 'source' && id === sourceHandle)
  const into = target?.handles?.find(({ type, id }) => type === 'target' && id === targetHandle)
  if (!source || !target || !out || !into) return undefined
  return {
    sourceX: source.position.x + out.x + (out.width ?? 0),
    sourceY: source.position.y + out.y + (out.height ?? 0) / 2,
    targetX: target.position.x + into.x,
    targetY: target.position.y + into.y + (into.height ?? 0) / 2,
  }
}
