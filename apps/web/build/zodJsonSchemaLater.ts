import type { Plugin } from 'vite'

const SCHEMAS = /\/zod\/v4\/classic\/schemas\.js$/
const PROCESSORS = /\/zod\/v4\/core\/json-schema-processors\.js$/
const IMPORTS = [
  'import * as processors from "../core/json-schema-processors.js";',
  'import { createStandardJSONSchemaMethod, createToJSONSchemaMethod } from "../core/to-json-schema.js";',
]
const PLACE = 'virtual:petal-zod-json-schema'

/** Empty until the module that turns schemas into JSON Schema is loaded; it then puts its functions in here. */
const place = 'export const processors = {}'

/** What stands in for the imports: the same calls, by way of the place. */
const later = `import { processors } from '${PLACE}';
const createToJSONSchemaMethod = (schema) => (params) => processors.toJSONSchema(schema, params);
const createStandardJSONSchemaMethod = (schema, io) => (params) => processors.toJSONSchema(schema, { ...params, io });`

/**
 * Lets zod's way to JSON Schema come with the forms that are drawn from it. Every schema holds on to it, though checking
 * values needs none of it, and so it would be in the first load.
 */
export function zodJsonSchemaLater(): Plugin {
  return {
    name: 'petal-zod-json-schema-later',
    resolveId: (id) => (id === PLACE ? `\0${PLACE}` : undefined),
    load: (id) => (id === `\0${PLACE}` ? place : undefined),
    transform(code, id) {
      if (PROCESSORS.test(id)) return { code: `${code}\n${fill}`, map: null }
      if (!SCHEMAS.test(id)) return undefined
      if (!IMPORTS.every((line) => code.includes(line)))
        throw new Error('zod reaches its JSON Schema in another way now: see zodJsonSchemaLater.')
      const [first = '', second = ''] = IMPORTS
      return { code: code.replace(first, later).replace(second, ''), map: null }
    },
  }
}

const fill = `import * as all from './json-schema-processors.js';
import { processors as place } from '${PLACE}';
Object.assign(place, all);`
