import type { EdgeConfig, Position } from '@petal/core/model'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useStore } from 'zustand/react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ConnectionFix } from '../../editor/checkConnection.ts'
import type { Group } from '../../editor/groups.ts'
import type { GroupView } from './createGroupView.ts'
import type { NodePlaces } from './noteNode.ts'

/** What the step picker will do with the chosen type. */
export interface PickerRequest {
  /** Where it opens, in window pixels. */
  readonly at: { readonly x: number; readonly y: number }
  /** Where the step will stand, in canvas units. */
  readonly place: Position
  /** The exit to connect it to, when a wire was let go of. */
  readonly after?: { readonly stepId: string; readonly exit?: string }
  /** The step it should lead to, when a wire was drawn backwards. */
  readonly before?: string
  /** The edge to put it into. */
  readonly onEdge?: EdgeConfig
  /** Opened by key, so the step goes where one added from the palette goes: beside the selection. */
  readonly beside?: true
}

/** A wire to be drawn by keyboard. */
export interface WireRequest {
  readonly from: string
  /** Its exit, where that is known already. */
  readonly exit?: string
  /** The wire that is led elsewhere instead. */
  readonly rewired?: EdgeConfig
}

/** What a context menu was opened on. */
export type MenuTarget =
  | { readonly kind: 'canvas' | 'step' }
  | { readonly kind: 'note'; readonly noteId: string }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'edge'; readonly edgeId: string }

/** A context menu to open. */
export interface MenuRequest {
  readonly target: MenuTarget
  /** Where the pointer was, in window pixels. */
  readonly at: { readonly x: number; readonly y: number }
}

/** Why the last wire could not be drawn, and where it was let go of, in window pixels. */
export interface RefusedWire {
  readonly reason: string
  readonly at: { readonly x: number; readonly y: number }
  readonly fix?: ConnectionFix
  /** The wire whose end was in the hand, when it was there before. */
  readonly rewired?: string
}

/** The canvas' own passing state: gone with the gesture. */
export interface CanvasUiState {
  /** The wire under the pointer. */
  readonly hoveredEdgeId: string | undefined
  /** The wire that a dragged step would be spliced into. */
  readonly dropEdgeId: string | undefined
  readonly picker: PickerRequest | undefined
  /** The step types picked last, newest first. */
  readonly recent: readonly string[]
  readonly refusal: RefusedWire | undefined
  readonly menu: MenuRequest | undefined
  /** The wire that is being drawn or led elsewhere by keyboard. */
  readonly wire: WireRequest | undefined
  /** The note that is being written in. */
  readonly writtenNote: string | undefined
  /** Puts cards that are being dragged in line with others; undefined until it is loaded. */
  readonly snap?: ((moves: NodePlaces, dropped: boolean) => NodePlaces) | undefined
  /** Draws groups; undefined until it is loaded, which it is for agents that have some. */
  readonly groups?: GroupView | undefined
  /** The group that is being renamed. */
  readonly renamedGroup?: string | undefined
}

export type CanvasUi = StoreApi<CanvasUiState>

const CanvasUiContext = createContext<CanvasUi | undefined>(undefined)

export function CanvasUiProvider({ children }: { readonly children: ReactNode }) {
  const [ui] = useState<CanvasUi>(() =>
    createStore<CanvasUiState>(() => ({
      hoveredEdgeId: undefined,
      dropEdgeId: undefined,
      picker: undefined,
      recent: [],
      refusal: undefined,
      menu: undefined,
      wire: undefined,
      writtenNote: undefined,
    })),
  )
  return <CanvasUiContext value={ui}>{children}</CanvasUiContext>
}

export function useCanvasUiStore(): CanvasUi {
  const ui = useContext(CanvasUiContext)
  if (!ui) throw new Error('This part belongs into the canvas.')
  return ui
}

export function useCanvasUi<Selected>(selector: (state: CanvasUiState) => Selected): Selected {
  return useStore(useCanvasUiStore(), selector)
}
