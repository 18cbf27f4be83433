import type { LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** The lines of an icon as paths in a square of 24. It is drawn beside the page: icons tell their lines no other way. */
export function iconPaths(icon: LucideIcon): readonly string[] {
  const place = document.createElement('div')
  const root = createRoot(place)
  flushSync(() => root.render(createElement(icon)))
  const lines = [...place.querySelectorAll('svg *')].flatMap(toPath)
  root.unmount()
  return lines
}

function toPath(element: Element): readonly string[] {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0)
  switch (element.tagName) {
    case 'path':
      return [element.getAttribute('d') ?? '']
    case 'circle':
      return [ellipse(number('cx'), number('cy'), number('r'), number('r'))]
    case 'ellipse':
      return [ellipse(number('cx'), number('cy'), number('rx'), number('ry'))]
    case 'line':
      return [`M${number('x1')},${number('y1')} L${number('x2')},${number('y2')}`]
    case 'polyline':
      return [`M${element.getAttribute('points')}`]
    case 'polygon':
      return [`M${element.getAttribute('points')} Z`]
    case 'rect':
      return [rect(number('x'), number('y'), [number('width'), number('height')], number('rx') || number('ry'))]
    default:
      return []
  }
}

function ellipse(...[x, y, rx, ry]: [number, number, number, number]): string {
  return `M${x - rx},${y} a${rx},${ry} 0 1 0 ${2 * rx},0 a${rx},${ry} 0 1 0 ${-2 * rx},0 Z`
}

function rect(x: number, y: number, [width, height]: readonly [number, number], r: number): string {
  const corner = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`
  return [
    `M${x + r},${y} h${width - 2 * r} ${corner(r, r)}`,
    `v${height - 2 * r} ${corner(-r, r)}`,
    `h${-(width - 2 * r)} ${corner(-r, -r)}`,
    `v${-(height - 2 * r)} ${corner(r, -r)} Z`,
  ].join(' ')
}
