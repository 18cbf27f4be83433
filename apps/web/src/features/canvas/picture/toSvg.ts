import type { Drawing, Shape, TextPart } from './Shape.ts'

/** A drawing as an SVG document. */
export function toSvg({ area, background, shapes }: Drawing, font: string): string {
  const { x, y, width, height } = area
  const size = `width="${round(width)}" height="${round(height)}"`
  const view = [x, y, width, height].map(round).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${view}" font-family="${toXmlText(font)}">`,
    `<rect x="${round(x)}" y="${round(y)}" ${size} fill="${background}"/>`,
    ...shapes.map(toElement),
    '</svg>',
    '',
  ].join('\n')
}

function toElement(shape: Shape): string {
  switch (shape.kind) {
    case 'box':
      return toRect(shape)
    case 'path':
      return toPath(shape)
    case 'text':
      return toText(shape)
  }
}

function toText({ x, baseline, anchor, size, parts }: Extract<Shape, { readonly kind: 'text' }>): string {
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const look = ({ weight, fill }: TextPart) => `font-weight="${weight}" fill="${fill}"`
  const place = `x="${round(x)}" y="${round(baseline)}" font-size="${size}"${at} xml:space="preserve"`
  const [only] = parts
  if (parts.length === 1 && only) return `<text ${place} ${look(only)}>${toXmlText(only.text)}</text>`
  const spans = parts.map((part) => `<tspan ${look(part)}>${toXmlText(part.text)}</tspan>`)
  return `<text ${place}>${spans.join('')}</text>`
}

/** The line of a box lies within it, as on the canvas. */
function toRect(box: Extract<Shape, { readonly kind: 'box' }>): string {
  const inset = box.stroke === undefined ? 0 : 0.5
  return element('rect', {
    x: round(box.x + inset),
    y: round(box.y + inset),
    width: round(box.width - 2 * inset),
    height: round(box.height - 2 * inset),
    rx: round(Math.max(0, box.radius - inset)),
    fill: box.fill,
    stroke: box.stroke,
    'stroke-dasharray': box.dash,
    opacity: box.opacity,
  })
}

function toPath({
  path,
  place,
  stroke,
  fill,
  strokeWidth,
  dash,
  opacity,
}: Extract<Shape, { readonly kind: 'path' }>): string {
  return element('path', {
    d: path,
    transform: place && `translate(${round(place.x)} ${round(place.y)}) scale(${round(place.scale)})`,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': strokeWidth,
    'stroke-dasharray': dash,
    ...(place === undefined ? {} : { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
    opacity,
  })
}

function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${value}"`],
  )
  return `<${name}${written.join('')}/>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** What XML cannot hold at all is left out: control characters and halves of pairs. */
function toXmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}
