import { categoryLooks } from '../../look/categoryLook.ts'
import type { FlowShapes } from './flowShapes.ts'

/** Paints the shapes. The context must already map canvas units to pixels; `pixel` is one pixel in canvas units. */
export function paintShapes(context: CanvasRenderingContext2D, shapes: FlowShapes, pixel: number): void {
  const style = getComputedStyle(document.documentElement)
  const colour = (variable: string) => style.getPropertyValue(variable)
  context.lineWidth = pixel
  context.strokeStyle = colour('--color-ink-faint')
  context.globalAlpha = 0.6
  context.stroke(shapes.wires)
  context.globalAlpha = 1
  context.fillStyle = colour('--color-surface')
  context.fill(shapes.bodies)
  context.strokeStyle = colour('--color-line-strong')
  context.stroke(shapes.bodies)
  for (const [category, path] of shapes.bars) {
    context.fillStyle = colour(categoryLooks[category].variable)
    context.fill(path)
  }
  context.lineWidth = pixel * 2
  context.strokeStyle = colour('--color-accent')
  context.stroke(shapes.selected)
}
