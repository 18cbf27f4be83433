import type { Palette } from './Palette.ts'

/** The design tokens as they are in the theme that is shown, as values that other programs know, too. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string) => toLong(style.getPropertyValue(`--color-${token}`).trim())
  // The one token of the canvas that is mixed of others, which not every program can.
  return (token) => (token === 'wire' ? mix(colour('ink-faint'), colour('canvas'), 0.72) : colour(token))
}

/** `#fff` as `#ffffff`. */
function toLong(colour: string): string {
  return /^#[\da-f]{3}$/i.test(colour) ? colour.replaceAll(/[\da-f]/gi, '$&$&') : colour
}

/** Of two colours such as `#a01d7f`, `share` of the first. */
function mix(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a = 0, b = 0] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    const mixed = Math.round(a * share + b * (1 - share))
    return mixed.toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}
