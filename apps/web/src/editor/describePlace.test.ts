import { setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../language/speak.ts'
import { createTestEditor } from './createTestEditor.ts'
import { describePlace } from './describePlace.ts'

afterEach(() => setTranslator(undefined))

const editor = createTestEditor()
editor.click('router')
editor.click('output')
const place = (path: string | undefined, stepId?: string) =>
  describePlace(
    { ...(path === undefined ? {} : { path }), ...(stepId === undefined ? {} : { stepId }) },
    editor.agent,
    editor.editor.facts,
  )

test.each([
  ['config.prompt', 'router', 'Router', ['Prompt']],
  ['config.routes[1].name', 'router', 'Router', ['Routes 2', 'Name']],
  ['config.llmConfig.model', 'router', 'Router', ['Model', 'Model']],
  ['nodeName', 'output', 'Output', ['Name']],
  ['timeout', 'output', 'Output', ['Time limit']],
  [undefined, 'output', 'Output', []],
  ['graphConfig.recursionLimit', undefined, 'The agent', ['Graph', 'Most rounds']],
  ['stateType.fields.question.default', undefined, 'The agent', ['State', 'question', 'Start value']],
  ['stateType', undefined, 'The agent', ['State']],
  ['edges[1].to', undefined, 'The agent', ['Connection Router → Output']],
  ['edges', undefined, 'The agent', ['Connections']],
  [undefined, undefined, 'The agent', []],
])('%s of %s', (...[path, stepId, owner, titles]) => {
  expect(place(path, stepId)).toEqual({ owner, titles })
})

test('a step that is gone goes by its id, and settings without a form by none', () => {
  expect(place('config.deep.value', 'gone')).toEqual({ owner: 'gone', titles: [] })
})

test.each([
  ['config.prompt', 'router', 'Router', ['Prompt']],
  ['config.routes[1].name', 'router', 'Router', ['Wege 2', 'Name']],
  ['config.llmConfig.maxTokens', 'router', 'Router', ['Modell', 'Längste Antwort']],
  ['timeout', 'output', 'Output', ['Zeitgrenze']],
  ['graphConfig.recursionLimit', undefined, 'Der Agent', ['Graph', 'Meiste Runden']],
  ['stateType.fields.Input.default', undefined, 'Der Agent', ['Zustand', 'Input', 'Anfangswert']],
  ['edges', undefined, 'Der Agent', ['Verbindungen']],
])('%s of %s in the words of a German form', async (...[path, stepId, owner, titles]) => {
  await speak('de')
  expect(place(path, stepId)).toEqual({ owner, titles })
})
