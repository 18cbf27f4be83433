import { Flag, type LucideIcon, Play, Puzzle } from 'lucide-react'
import type { Editor } from '../../../editor/createEditor.ts'
import { selectDocument } from '../../../editor/selectors.ts'
import { stepIcons } from '../../../look/stepIcons.ts'
import type { AgentPicture } from '../../../share/AgentPicture.ts'
import { drawAgent } from './drawAgent.ts'
import { iconPaths } from './iconPaths.ts'
import type { Pen } from './Pen.ts'
import { readPalette } from './readPalette.ts'
import type { MeasureText } from './Shape.ts'
import { toPng } from './toPng.ts'
import { toSvg } from './toSvg.ts'

/** Draws the agent in hand, in the colours of the theme that is shown. */
export async function drawPicture({ store, facts }: Editor): Promise<AgentPicture> {
  await document.fonts.ready
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font-sans').trim()
  const pen: Pen = { colour: readPalette(), measure: createMeasure(font), icon: await createIcons() }
  const drawing = drawAgent(selectDocument(store.getState()), facts, pen)
  return { svg: toSvg(drawing, font), toPng: () => toPng(drawing, font) }
}

function createMeasure(font: string): MeasureText {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  return (text, { size, weight }) => {
    if (context === null) return text.length * size * 0.55
    context.font = `${weight} ${size}px ${font}`
    return context.measureText(text).width
  }
}

async function createIcons(): Promise<Pen['icon']> {
  const { moreStepIcons } = await import('../../../look/moreStepIcons.ts')
  const icons: Readonly<Record<string, LucideIcon>> = { ...moreStepIcons, ...stepIcons, play: Play, flag: Flag }
  const known = new Map<string, readonly string[]>()
  return (name) => {
    const paths = known.get(name) ?? iconPaths(icons[name] ?? Puzzle)
    known.set(name, paths)
    return paths
  }
}
