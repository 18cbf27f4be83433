// pnpm new:step <name>: the folder of a new type of step, and its one line in steps/index.ts.
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './setup/root.mjs'

const steps = join(root, 'packages/core/src/steps')

const name = process.argv[2] ?? ''
const complaint = refuse(name)
if (complaint !== undefined) {
  console.error(complaint)
  process.exit(1)
}
const folder = join(steps, name)
const variable = `${name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())}Step`
await mkdir(folder)
await writeFile(join(folder, `${name}.ts`), definition(name, variable))
await writeFile(join(folder, `${name}.test.ts`), test(name, variable))
await addLine(`export { ${variable} } from './${name}/${name}.ts'`)
console.log(`Made packages/core/src/steps/${name}/ and its line in steps/index.ts. Try it: pnpm dev, or in packages/core:
npx vitest run --project node src/steps
Its words want their German, too: apps/web/src/language/de.json.`)

/** Why this cannot be the name of a new step; nothing when it can. */
function refuse(name) {
  if (name === '') return 'Give the step a name: pnpm new:step shout'
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `'${name}' is no name for a step: use small letters, digits and dashes.`
  if (existsSync(join(steps, name))) return `There is a step of this name already: packages/core/src/steps/${name}`
  return undefined
}

/** Keeps the lines of the index in order. */
async function addLine(line) {
  const file = join(steps, 'index.ts')
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const first = lines.findIndex((text) => text.startsWith('export'))
  const exports = [...lines.slice(first), line].sort((a, b) => (source(a) < source(b) ? -1 : 1))
  await writeFile(file, [...lines.slice(0, first), ...exports, ''].join('\n'))
}

function source(line) {
  return line.slice(line.indexOf("'"))
}

function titleOf(name) {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function definition(name, variable) {
  const title = titleOf(name)
  return `import * as z from 'zod'
import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize } from '../../step/emphasize.ts'

const schema = z.object({
  from: z.string().default('question').meta({
    title: 'Read from',
    description: 'The field of the state to read.',
    widget: 'stateField',
  }),
  to: z.string().default('answer').meta({
    title: 'Write to',
    description: 'The field of the state to write.',
    widget: 'stateField',
  }),
})

/** The step type that writes one field in capital letters. */
export const ${variable} = defineStep({
  name: '${name}',
  version: 1,
  title: '${title}',
  description: 'Writes a field in capital letters.',
  category: 'data',
  icon: 'sparkles',
  schema,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  summarize: ({ from, to }) => t('${title} {from} into {to}', { from: emphasize(from), to: emphasize(to) }),
  run: (state, { config }) => ({ [config.to]: String(state[config.from] ?? '').toUpperCase() }),
  examples: [{ title: 'The question as the answer', config: { from: 'question', to: 'answer' } }],
})
`
}

function test(name, variable) {
  return `import { expect, test } from 'vitest'
import { runStep } from '../../testing/runStep.ts'
import { ${variable} } from './${name}.ts'

// What every type of step promises is tested for this one too, in steps.test.ts. Here stands what it alone does.
test.each([
  ['hello', 'HELLO'],
  ['', ''],
])('%j becomes %j', async (question, answer) => {
  const { update } = await runStep(${variable}, {}, { question })
  expect(update).toEqual({ answer })
})
`
}
