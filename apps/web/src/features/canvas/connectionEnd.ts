import type { EdgeConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { Handle } from '@xyflow/react'
import { cardAnchor, cardWidth } from '../../editor/cardSize.ts'
import type { ConnectionCheck } from '../../editor/checkConnection.ts'
import type { PickerRequest } from './CanvasUi.tsx'

/** Both ends of a wire in the hand, or the reason why they do not fit each other. */
export type WireEnds =
  | { readonly ok: true; readonly source: string; readonly sourceHandle: string | null; readonly target: string }
  | { readonly ok: false; readonly reason: string }

/** Why a wire cannot be, with a way out where there is one. */
export type Refusal = Extract<ConnectionCheck, { ok: false }>

type HandleEnd = Pick<Handle, 'type' | 'nodeId'> & { readonly id?: string | null }
type Point = { readonly x: number; readonly y: number }

/** The connection between two handles, whichever of them the wire was pulled from. */
export function connectionOf(from: HandleEnd | null, to: HandleEnd | null): WireEnds | undefined {
  if (!from || !to) return undefined
  if (from.type === to.type) {
    return {
      ok: false,
      reason: from.type === 'source' ? t('A wire leads into a step, not to an exit.') : t('A wire comes from an exit.'),
    }
  }
  const [source, target] = from.type === 'source' ? [from, to] : [to, from]
  return { ok: true, source: source.nodeId, sourceHandle: source.id ?? null, target: target.nodeId }
}

/** Why this connection may not be, or nothing when it may. */
export function refusalOf(
  ends: WireEnds | undefined,
  check: (ends: Extract<WireEnds, { ok: true }>) => ConnectionCheck,
): Refusal | undefined {
  if (!ends) return undefined
  const verdict = ends.ok ? check(ends) : ends
  return verdict.ok ? undefined : verdict
}

/** What the step picker does after a wire was let go of over nothing. `edge` has the end it was pulled from. */
export function pickerFor(type: 'source' | 'target', edge: EdgeConfig, at: Point, canvas: Point): PickerRequest {
  const y = canvas.y - cardAnchor
  if (type === 'target') return { at, place: [canvas.x - cardWidth, y], before: edge.from }
  const after = edge.exit === undefined ? { stepId: edge.from } : { stepId: edge.from, exit: edge.exit }
  return { at, place: [canvas.x, y], after }
}

/** The step picker for a step that goes into an edge which cannot be drawn by itself. */
export function pickerBetween({ from, exit, to }: EdgeConfig, at: Point, canvas: Point): PickerRequest {
  const after = exit === undefined ? { stepId: from } : { stepId: from, exit }
  return { at, place: [canvas.x, canvas.y], after, ...(to === 'END' ? {} : { before: to }) }
}

/** Where a pointer let go, in window pixels. */
export function pointOf(event: MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}
