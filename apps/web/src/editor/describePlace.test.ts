import { expect, test } from 'vitest'
import { createTestEditor } from './createTestEditor.ts'
import { describePlace } from './describePlace.ts'

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
