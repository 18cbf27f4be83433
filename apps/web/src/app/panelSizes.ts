import type { SmallStorage } from '../look/deviceStorage.ts'

/** How large a panel may be, in pixels. */
export interface SizeRange {
  readonly initial: number
  readonly least: number
  readonly most: number
}

/** The panels that a person can resize. */
export const panelRanges = {
  palette: { initial: 240, least: 200, most: 360 },
  outline: { initial: 380, least: 280, most: 640 },
  side: { initial: 372, least: 300, most: 720 },
  run: { initial: 280, least: 140, most: 640 },
} as const satisfies Readonly<Record<string, SizeRange>>

export type PanelName = keyof typeof panelRanges
export type PanelSizes = Readonly<Record<PanelName, number>>

const storageKey = 'petal-studio:panel-sizes'
const names = ['palette', 'outline', 'side', 'run'] as const

/** A size within its range, in whole pixels. */
export function clampSize(name: PanelName, size: number): number {
  const { least, most } = panelRanges[name]
  return Math.round(Math.min(most, Math.max(least, size)))
}

/** The sizes of last time on this device, else those that leave a window of this width most of itself for the canvas. */
export function readPanelSizes(storage: Pick<SmallStorage, 'getItem'>, windowWidth: number): PanelSizes {
  const stored = readStored(storage)
  const initial: PanelSizes = {
    palette: clampSize('palette', Math.min(panelRanges.palette.initial, windowWidth * 0.2)),
    outline: clampSize('outline', Math.min(panelRanges.outline.initial, windowWidth * 0.27)),
    side: clampSize('side', Math.min(panelRanges.side.initial, windowWidth * 0.28)),
    run: panelRanges.run.initial,
  }
  const sizes = names.map((name): [PanelName, number] => {
    const size: unknown = Reflect.get(stored, name)
    return [name, typeof size === 'number' ? clampSize(name, size) : initial[name]]
  })
  return { palette: 0, outline: 0, side: 0, run: 0, ...Object.fromEntries(sizes) }
}

export function writePanelSizes(storage: Pick<SmallStorage, 'setItem'>, sizes: PanelSizes): void {
  storage.setItem(storageKey, JSON.stringify(sizes))
}

function readStored(storage: Pick<SmallStorage, 'getItem'>): object {
  try {
    const value: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
