// The page of gestures names the test that shows each: fails when one of them is not there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/root.mjs'

const page = readFileSync(join(root, 'docs/interactions.md'), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('|') && !/^\|(---|\s*moment)/.test(line))
const missing = rows.filter((row) => !isShown(row.split('|').at(-2)?.trim() ?? ''))

for (const row of missing) console.error(`no such test: ${row}`)
console.log(`${rows.length} gestures looked at, ${missing.length} without their test`)
process.exit(missing.length > 0 || rows.length === 0 ? 1 : 0)

/** @param {string} name such as `palette: a click adds …` */
function isShown(name) {
  const [, file, title] = /^([\w-]+): (.+)$/.exec(name) ?? []
  const path = join(root, 'e2e/specs', `${file}.spec.ts`)
  return title !== undefined && existsSync(path) && readFileSync(path, 'utf8').includes(`test('${title}'`)
}
