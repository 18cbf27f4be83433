import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestEditor, type TestEditor } from '../editor/createTestEditor.ts'
import { EditorProvider } from '../editor/EditorContext.tsx'
import { deviceStorage } from '../look/deviceStorage.ts'
import type { CommandContext } from './Command.ts'
import { CommandProvider, useShortcuts } from './CommandContext.tsx'
import { addCommands, commandList, onCommandsAdded } from './commandList.ts'
import { idleVerbs } from './idleVerbs.ts'
import { lateCommands } from './lateCommands.ts'
import { writeOwnKeys } from './storedKeys.ts'
import { useElementMenus } from './useElementMenus.ts'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

test('a menu may be asked for before the late commands have come, and brings none of them', async () => {
  const { editor, drop, select } = createTestEditor()
  const before = commandList.length
  select(drop('set'))
  expect(await say(editor, <StepMenu />)).toContain('Run to here')
  expect(commandList).toHaveLength(before)
})

test('who waits for commands hears of new ones only', () => {
  const heard = vi.fn()
  const stop = onCommandsAdded(heard)
  addCommands(lateCommands)
  addCommands(lateCommands)
  addCommands([])
  stop()
  expect(heard).toHaveBeenCalledOnce()
})

test('a button names the key that runs its command now, not one that runs another', async () => {
  const { editor } = createTestEditor()
  writeOwnKeys(deviceStorage, { export: ['Mod+S', 'Mod+Shift+S'] })
  expect(await say(editor, <ExportKey />)).toBe('Mod+S')
  expect(await say(editor, <ExportKey />, { hasFile: true })).toBe('Mod+Shift+S')
})

function ExportKey() {
  return useShortcuts()('export')
}

function StepMenu() {
  return useElementMenus()
    .ofStep()
    .map((entry) => ('label' in entry ? entry.label : ''))
    .join(', ')
}

/** What is written where commands can be asked for. */
async function say(
  editor: TestEditor['editor'],
  children: ReactNode,
  files: Partial<CommandContext['files']> = {},
): Promise<string> {
  const place = document.createElement('div')
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <CommandProvider run={idleVerbs.run} files={{ ...idleVerbs.files, isSupported: true, ...files }}>
          {children}
        </CommandProvider>
      </EditorProvider>,
    ),
  )
  const text = place.textContent
  await act(async () => root.unmount())
  return text
}
