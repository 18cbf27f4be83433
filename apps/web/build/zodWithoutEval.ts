import type { Plugin } from 'vite'

const SOURCE = /\/zod\/v4\/core\/core\.js$/
const PLAIN = '__zod_globalConfig = {}'

/**
 * Tells zod from its first line on not to compile schemas with `new Function`. The page's policy forbids that; zod would
 * find out by trying, and every visit would begin with a report of a violation. Calling `z.config` is too late: schemas
 * are made while modules load, in an order that belongs to the bundler.
 */
export function zodWithoutEval(): Plugin {
  return {
    name: 'petal-zod-without-eval',
    transform(code, id) {
      if (!SOURCE.test(id)) return undefined
      if (!code.includes(PLAIN))
        throw new Error('zod sets up its configuration in another way now: see zodWithoutEval.')
      return { code: code.replace(PLAIN, '__zod_globalConfig = { jitless: true }'), map: null }
    },
  }
}
