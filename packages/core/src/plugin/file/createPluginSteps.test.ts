/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest'
import { createSandbox } from '#platform'
import wordTools from '../../../../../examples/plugins/word-tools.plugin.js?raw'
import { describeFields } from '../../fields/describeFields.ts'
import { runStep } from '../../testing/runStep.ts'
import { stepContract } from '../../testing/stepContract.ts'
import { createPluginSteps } from './createPluginSteps.ts'
import { readPluginFile } from './readPluginFile.ts'

async function stepsOf(text: string) {
  const reading = await readPluginFile(text, createSandbox())
  if (!reading.ok) throw new Error(reading.problems.map(({ path, message }) => `${path} ${message}`).join('\n'))
  return createPluginSteps(reading.file)
}

async function stepOf(text: string) {
  const [step] = await stepsOf(text)
  if (step === undefined) throw new Error('It brings no step.')
  return step
}

const plugin = (step: string) => `definePlugin({
  name: 'mine', version: '1', title: 'Mine',
  steps: [{ name: 'mine-echo', title: 'Echo', writes: ['a', 'exit', 'seen'], ${step} }],
})`

const surroundings = { sandbox: createSandbox(), nodeName: 'Echo' }

test('the steps of the sample keep what every type of step promises', async () => {
  for (const step of await stepsOf(wordTools))
    for (const { name, check } of stepContract(step)) {
      await expect(Promise.resolve().then(check), `${step.getName()} ${name}`).resolves.toBeUndefined()
    }
})

test('a step says what it reads and writes, and reads well on its card', async () => {
  const { definition } = await stepOf(wordTools)
  const settings = definition.schema.parse({ field: 'text' })
  expect(definition.reads?.(settings)).toEqual(['text'])
  expect(definition.writes?.(settings)).toEqual(['words'])
  expect(definition.summarize(settings)).toBe('Count the words of *text* into *words*')
  expect(definition.plugin).toBe('Word tools 1.0.0')
  const freeField = (name: string) => `${name}2`
  expect(definition.starter?.({ written: 'answer', freeField })).toEqual({ field: 'answer', into: 'words2' })
})

test('stars and lines in a setting do not change the words around them', async () => {
  const { definition } = await stepOf(wordTools)
  const settings = definition.schema.parse({ field: '*a*\nb' })
  expect(definition.summarize(settings)).toBe('Count the words of *a b* into *words*')
})

test('every kind of setting has its field and default', async () => {
  const { definition } = await stepOf(
    plugin(`run: () => ({}), settings: [
      { name: 'a', title: 'A', kind: 'text', placeholder: 'Type' },
      { name: 'b', title: 'B', kind: 'longText' },
      { name: 'c', title: 'C', kind: 'number', min: 2, max: 5, default: 3 },
      { name: 'd', title: 'D', kind: 'toggle', default: true },
      { name: 'e', title: 'E', kind: 'select', options: [{ value: 'x', label: 'Ex' }, { value: 'y', label: 'Why' }] },
      { name: 'f', title: 'F', kind: 'stateField', default: 'field' },
      { name: 'g', title: 'G', kind: 'textList', default: ['one'] },
    ]`),
  )
  expect(definition.schema.parse({})).toEqual({ a: '', b: '', c: 3, d: true, e: 'x', f: 'field', g: ['one'] })
  expect(describeFields(definition.schema)).toMatchObject([
    { name: 'a', kind: 'text', placeholder: 'Type' },
    { name: 'b', kind: 'longText' },
    { name: 'c', kind: 'number', min: 2, max: 5 },
    { name: 'd', kind: 'toggle' },
    { name: 'e', kind: 'select', options: [{ label: 'Ex' }, { label: 'Why' }] },
    { name: 'f', kind: 'stateField' },
    { name: 'g', kind: 'textList' },
  ])
})

describe('a run in the sandbox', () => {
  test('gets the state and the settings, and writes what it returns', async () => {
    const step = await stepOf(wordTools)
    const { update } = await runStep(step, { shortest: 3 }, { question: 'It is a fine day' }, surroundings)
    expect(update).toEqual({ words: 2 })
  })

  test('leaves by an exit, and tells its log', async () => {
    const [, step] = await stepsOf(wordTools)
    if (step === undefined) throw new Error('It brings one step only.')
    const { exit, logs } = await runStep(step, { most: 3 }, { question: 'One two' }, surroundings)
    expect(exit).toBe('short')
    expect(logs).toEqual([{ level: 'INFO', message: '2 words' }])
    expect((await runStep(step, { most: 1 }, { question: 'One two' }, surroundings)).exit).toBe('long')
  })

  test.each([
    ['run: () => ({ a: 1 })', { update: { a: 1 } }],
    ['run: async () => ({ a: 1 })', { update: { a: 1 } }],
    ['run: () => undefined', { update: {} }],
    ['run: () => null', { update: {} }],
    ['run: (state, { exit }) => exit("b", { a: 1 })', { update: { a: 1 }, exit: 'b' }],
    ['run: () => ({ exit: "b" })', { update: { exit: 'b' }, exit: undefined }],
    ['run() { return { a: this.title } }', { update: {} }],
  ])('%s', async (code, outcome) => {
    expect(await runStep(await stepOf(plugin(code)), {}, {}, surroundings)).toMatchObject(outcome)
  })

  test.each([
    ['run: () => 42', 'run.resultType'],
    ['run: () => [1]', 'run.resultType'],
    ['run: () => ({ answer: 1 })', 'run.unknownKey'],
    ['run: (state, { exit }) => exit("b", { answer: 1 })', 'run.unknownKey'],
    ['run: () => ({ a: () => 1 })', 'code.resultType'],
    ['run: () => fetch("https://example.org")', 'code.error'],
    ['run: () => document.title', 'code.error'],
    ['run: () => new Promise(() => {})', 'code.timeout'],
    ['run: () => ({ a: "x".repeat(2_000_000) })', 'code.resultTooLarge'],
  ])('%s is stopped, and says so', async (code, expected) => {
    await expect(runStep(await stepOf(plugin(code)), {}, {}, surroundings)).rejects.toMatchObject({ code: expected })
  })

  test('one run leaves nothing for the next', async () => {
    const step = await stepOf(plugin('run: () => { globalThis.seen = (globalThis.seen ?? 0) + 1; return { seen } }'))
    await runStep(step, {}, {}, surroundings)
    expect((await runStep(step, {}, {}, surroundings)).update).toEqual({ seen: 1 })
  })
})
