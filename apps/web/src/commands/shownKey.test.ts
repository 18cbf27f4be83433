import { addStep } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { createTestEditor, type TestEditor } from '../editor/createTestEditor.ts'
import type { CommandView } from './Command.ts'
import { addCommands, commandList, findCommand } from './commandList.ts'
import { lateCommands } from './lateCommands.ts'
import { shownKey } from './shownKey.ts'

addCommands(lateCommands)

interface Situation {
  arrange?(editor: TestEditor): void
  readonly view?: Partial<CommandView>
}

const situations: Readonly<Record<string, Situation>> = {
  'nothing is selected': {},
  'one step is selected': { arrange: ({ select }) => select('a') },
  'all steps are selected': { arrange: ({ actions }) => actions.selectAll() },
  'a step that calls an agent': {
    arrange: ({ select, late }) => {
      select('a', 'b')
      late.makeSubAgent()
    },
  },
  'a group of one step': {
    arrange: ({ select, arrange }) => {
      select('a')
      arrange.group()
    },
  },
  'a connection is offered': { arrange: ({ actions }) => actions.suggest({ from: 'a', to: 'b' }) },
  'within an agent that is called': {
    arrange: ({ select, late, actions, agent }) => {
      select('a', 'b')
      late.makeSubAgent()
      actions.openAgentOf(agent.steps.at(-1)?.id ?? '')
    },
  },
  'a run is on': { view: { isRunning: true } },
  'the agent has a file': { view: { files: { hasFile: true, isSupported: true } } },
}

test.each(Object.entries(situations))('no two commands show one key when %s', (_, { arrange, view }) => {
  const enabled = enabledWhen({ ...(arrange && { arrange }), ...(view && { view }) })
  const shown = commandList.filter(enabled).flatMap((command) => shownKey(command, commandList, {}, enabled) ?? [])
  expect(shown.length).toBeGreaterThan(8)
  expect(shown.filter((key, index) => shown.indexOf(key) !== index)).toEqual([])
})

test('what Enter opens is said once: the agent that a step calls, or else its panel', () => {
  const keyOf = (id: string, situation: Situation) => shownKey(findCommand(id), commandList, {}, enabledWhen(situation))
  const calling = situations['a step that calls an agent'] ?? {}
  expect(keyOf('openAgent', calling)).toBe('Enter')
  expect(keyOf('openPanel', calling)).toBeUndefined()
  expect(keyOf('openPanel', { arrange: ({ select }) => select('a') })).toBe('Enter')
})

test('a key that another command has now is not shown, the next one is', () => {
  const withFile = enabledWhen({ view: { files: { hasFile: true, isSupported: true } } })
  const own = { export: ['Mod+S', 'Mod+Shift+S'] }
  expect(shownKey(findCommand('export'), commandList, own, withFile)).toBe('Mod+Shift+S')
  expect(shownKey(findCommand('export'), commandList, own, enabledWhen({}))).toBe('Mod+S')
})

/** Whether a command can do something there. */
function enabledWhen({ arrange, view }: Situation) {
  const set = { strategyType: 'set', config: {} }
  const editor = createTestEditor(addStep(addStep(createEmptyAgent(), { id: 'a', ...set }), { id: 'b', ...set }))
  arrange?.(editor)
  const { store, facts } = editor.editor
  const files = { hasFile: false, isSupported: true }
  const now: CommandView = { state: store.getState(), facts, isRunning: false, canGoOn: false, files, ...view }
  return (command: (typeof commandList)[number]) => command.isEnabled?.(now) ?? true
}
