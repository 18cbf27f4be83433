import type { Plugin } from 'vite'

const SOURCE = /\/d3-color\/dist\/d3-color\.mjs$/
const EXPORTS = /export \{ ([\w, ]+) \};?\s*$/

/**
 * Leaves colours out of d3. The canvas animates nothing but its camera, which is numbers; what animates it could fade
 * colours too, and brings every colour space along into the first load. Without them a colour is a text like any other.
 */
export function d3WithoutColor(): Plugin {
  return {
    name: 'petal-d3-without-color',
    transform(code, id) {
      if (!SOURCE.test(id)) return undefined
      const names = EXPORTS.exec(code)?.[1]?.split(', ')
      if (names === undefined) throw new Error('d3-color is written in another way now: see d3WithoutColor.')
      return {
        code: `function none() { return null }\nexport { ${names.map((name) => `none as ${name}`)} }`,
        map: null,
      }
    },
  }
}
