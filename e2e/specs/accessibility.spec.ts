import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { smallAgent, toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { ChatView } from '../pages/ChatView.ts'
import { ComparisonView } from '../pages/ComparisonView.ts'
import { countMoving } from '../pages/countMoving.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { DocumentsView } from '../pages/DocumentsView.ts'
import { chainAgent, choiceAgent } from '../pages/drawnAgents.ts'
import { FilesView } from '../pages/FilesView.ts'
import { findViolations } from '../pages/findViolations.ts'
import { LocalServersView } from '../pages/LocalServersView.ts'
import { OutlineView } from '../pages/OutlineView.ts'
import { PluginsView } from '../pages/PluginsView.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const wordTools = new URL('../../examples/plugins/word-tools.plugin.js', import.meta.url)

const failingAgent = toText({
  version: 1,
  name: 'Failing',
  stateType: { name: 'State', fields: { text: { type: 'string' } } },
  steps: [{ id: 'fail', strategyType: 'custom', nodeName: 'Fail', config: { code: 'throw new Error("It broke")' } }],
})

const endlessAgent = toText({
  version: 1,
  name: 'Endless',
  stateType: { name: 'State', fields: { text: { type: 'string' } } },
  steps: [{ id: 'turn', strategyType: 'custom', nodeName: 'Turn', config: { code: 'while (true) {}' } }],
})

interface View {
  readonly name: string
  show(studio: StudioPage): Promise<void>
}

const views: readonly View[] = [
  {
    name: 'the designer with a step selected',
    show: async (studio) => {
      await studio.cards.first().click()
      await studio.sidePanel.getByRole('button', { name: /^Advanced/ }).click()
    },
  },
  {
    name: 'a run that has ended',
    show: async (studio) => {
      await studio.runToEnd()
      await expect(studio.runPanel.getByRole('article').first()).toBeVisible()
    },
  },
  {
    name: 'the timeline of a run',
    show: async (studio) => {
      await studio.runToEnd()
      await studio.runPanel.getByRole('tab', { name: /^Timeline/ }).click()
    },
  },
  {
    name: 'routes, problems and loops',
    show: async (studio) => {
      await studio.importFile('choice.agent.json', choiceAgent)
      await studio.card('choose').click()
      await studio.page.getByRole('button', { name: /^Problems: / }).click()
    },
  },
  {
    name: 'the outline beside the canvas, after a run',
    show: async (studio) => {
      await studio.importFile('choice.agent.json', choiceAgent)
      await studio.run()
      await new RunView(studio.page).allow()
      await studio.expectRun('Done')
      const outline = new OutlineView(studio)
      await outline.open()
      await expect(outline.step('choose')).toHaveAccessibleName(/Done/)
    },
  },
  {
    name: 'where a way of the outline can lead',
    show: async (studio) => {
      await studio.importFile('choice.agent.json', choiceAgent)
      const outline = new OutlineView(studio)
      await outline.open()
      await outline.ways('shorten').click()
      await studio.page.keyboard.press('Enter')
      await expect(outline.targets.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'the settings of the agent',
    show: async (studio) => studio.sidePanel.getByRole('tab', { name: 'Agent' }).click(),
  },
  {
    name: 'the state',
    show: async (studio) => {
      await studio.sidePanel.getByRole('tab', { name: 'State' }).click()
      await studio.sidePanel.getByRole('tabpanel').getByRole('button', { expanded: false }).first().click()
    },
  },
  {
    name: 'an empty agent',
    show: async (studio) => {
      await studio.newAgent()
      await expect(studio.page.getByRole('button', { name: /^Add the first step/ })).toBeVisible()
    },
  },
  {
    name: 'the form of a tool',
    show: async (studio) => {
      await studio.newAgent()
      await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
      const tools = studio.sidePanel.getByRole('region', { name: 'Tools' })
      await tools.getByRole('button', { name: 'Add tool' }).click()
      await studio.page.getByRole('menuitem', { name: /^Code/ }).click()
      await tools.getByRole('button', { name: 'Add argument' }).click()
      await tools.getByRole('button', { name: 'Try it' }).click()
      await expect(tools.getByRole('textbox', { name: 'Code' })).toBeVisible()
    },
  },
  {
    name: 'the documents of a step',
    show: async (studio) => {
      await studio.openExample('Ask the handbook')
      await studio.cards.first().click()
      const documents = new DocumentsView(studio.page)
      await documents.addText('Notes', 'The baker sells violet bread.')
      await documents.try('bread')
      await expect(documents.hits.first()).toContainText('violet')
    },
  },
  {
    name: 'the threads of a conversation',
    show: async (studio) => {
      await studio.openExample('Trip planner')
      await studio.runToEnd()
      const list = await new ChatView(studio).list()
      await expect(list.getByRole('list', { name: 'Threads of this agent' }).getByRole('listitem')).toHaveCount(1)
    },
  },
  {
    name: 'a question to a person',
    show: async (studio) => {
      await studio.openExample('Review by a person')
      await studio.run()
      await expect(new RunView(studio.page).question('Review')).toBeVisible()
    },
  },
  {
    name: 'the library',
    show: async (studio) => {
      await studio.page.keyboard.press('ControlOrMeta+o')
      await studio.page.getByRole('dialog').getByRole('tab', { name: 'Examples' }).click()
    },
  },
  {
    name: 'the export with its text',
    show: async (studio) => {
      await studio.page.keyboard.press('ControlOrMeta+s')
      await studio.page.getByRole('dialog').getByRole('button', { name: 'The text' }).click()
    },
  },
  {
    name: 'the export as a picture',
    show: async (studio) => {
      await studio.page.keyboard.press('ControlOrMeta+s')
      const dialog = studio.page.getByRole('dialog', { name: 'Export' })
      await dialog.getByRole('tab', { name: 'Picture' }).click()
      await expect(dialog.getByRole('img', { name: 'The agent as it will look' })).toBeVisible()
    },
  },
  {
    name: 'a folder of agents',
    show: async ({ page }) => {
      const files = new FilesView(page)
      await files.answerPickers('agents')
      await page.reload()
      await expect(page.getByRole('complementary', { name: 'Side panel' })).toBeVisible()
      await files.write('agents/small.agent.json', toText(smallAgent))
      await files.runCommand('Open a folder of agents')
      await expect(page.getByRole('button', { name: 'Open small.agent.json' })).toBeVisible()
    },
  },
  {
    name: 'a file that has changed',
    show: async ({ page }) => {
      const files = new FilesView(page)
      await files.answerPickers('small.agent.json')
      await page.reload()
      await expect(page.getByRole('complementary', { name: 'Side panel' })).toBeVisible()
      await files.write('small.agent.json', toText(smallAgent))
      await files.runCommand('Open a file')
      await expect(files.saved('small.agent.json')).toBeVisible()
      await files.write('small.agent.json', toText({ ...smallAgent, name: 'Other' }))
      await files.comeBack()
      await expect(files.changedDialog).toBeVisible()
    },
  },
  { name: 'the settings', show: async (studio) => studio.page.keyboard.press('ControlOrMeta+,') },
  {
    name: 'the models in this browser',
    show: async (studio) => {
      await studio.page.keyboard.press('ControlOrMeta+,')
      const dialog = studio.page.getByRole('dialog', { name: 'Settings' })
      await dialog.getByRole('button', { name: 'In this browser' }).click()
      await expect(dialog.getByRole('button', { name: /^Download SmolLM2 135M/ })).toBeVisible()
    },
  },
  {
    name: 'the servers on this computer',
    show: async (studio) => {
      const view = await new LocalServersView(studio.page).open()
      await view.search('9')
      await expect(view.at(9)).toContainText('Nothing answers there.')
    },
  },
  {
    name: 'the keys',
    show: async (studio) => {
      await studio.page.getByRole('button', { name: 'More', exact: true }).click()
      await studio.page.getByRole('menuitem', { name: 'API keys' }).click()
      await expect(studio.page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'the preview of an import',
    show: async (studio) => {
      await studio.chooseImport('choice.agent.json', choiceAgent)
      await expect(studio.page.getByRole('button', { name: 'Open as new' })).toBeVisible()
    },
  },
  {
    name: 'the question before a first run',
    show: async (studio) => {
      await studio.importFile('chain.agent.json', chainAgent)
      await studio.run()
      await expect(new RunView(studio.page).consent).toBeVisible()
    },
  },
  {
    name: 'a run that waits at a breakpoint',
    show: async (studio) => {
      await studio.importFile('chain.agent.json', chainAgent)
      await studio.card('second').click()
      await studio.page.keyboard.press('F9')
      await studio.run()
      const view = new RunView(studio.page)
      await view.allow()
      await expect(view.breakpoint).toBeVisible()
    },
  },
  {
    name: 'a run that is going',
    show: async (studio) => {
      await studio.importFile('endless.agent.json', endlessAgent)
      await studio.run()
      const view = new RunView(studio.page)
      await view.allow()
      await expect(studio.page.getByRole('banner').getByRole('button', { name: 'Stop' })).toBeVisible()
      await view.show('Timeline')
    },
  },
  {
    name: 'the state at a breakpoint, written over',
    show: async (studio) => {
      await studio.importFile('chain.agent.json', chainAgent)
      await studio.card('second').click()
      await studio.page.keyboard.press('Shift+F9')
      const view = new RunView(studio.page)
      await view.allow()
      await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
      await view.breakpoint.getByRole('button', { name: 'Edit the state' }).click()
      await expect(studio.page.getByRole('form', { name: 'State of the run' })).toBeVisible()
    },
  },
  {
    name: 'beginning again in the middle of a run',
    show: async (studio) => {
      await studio.runToEnd()
      await studio.cards.first().click()
      await studio.page.keyboard.press('ControlOrMeta+k')
      await studio.page.keyboard.type('Run again from here')
      await studio.page.keyboard.press('Enter')
      await expect(studio.page.getByRole('dialog', { name: /^Run again from/ })).toBeVisible()
    },
  },
  {
    name: 'an output given in place of a step that failed',
    show: async (studio) => {
      await studio.importFile('failing.agent.json', failingAgent)
      await studio.run()
      const view = new RunView(studio.page)
      await view.allow()
      await view.problem.getByRole('button', { name: 'Give its output and continue' }).click()
      await expect(studio.page.getByRole('dialog', { name: 'The output of Fail' })).toBeVisible()
    },
  },
  {
    name: 'a fixed output',
    show: async (studio) => {
      await studio.runToEnd()
      await studio.cards.first().click()
      await studio.page.keyboard.press('ControlOrMeta+k')
      await studio.page.keyboard.type('Use its last output')
      await studio.page.keyboard.press('Enter')
      await studio.sidePanel.getByRole('note').getByRole('button', { name: 'The output' }).click()
    },
  },
  {
    name: 'two runs side by side',
    show: async (studio) => {
      await studio.runToEnd()
      await studio.giveInput('name', 'Grace')
      await studio.run()
      await expect.poll(() => countStoredEvents(studio.page, 'run-end')).toBe(2)
      await studio.page.getByRole('button', { name: 'Earlier runs' }).click()
      await studio.page.getByRole('menuitem', { name: 'Compare runs' }).click()
      await expect(studio.page.getByRole('dialog').getByLabel('What differs')).toBeVisible()
    },
  },
  {
    name: 'a run that becomes a test',
    show: async (studio) => {
      await studio.runToEnd()
      await studio.page.getByRole('button', { name: 'Earlier runs' }).click()
      await studio.page.getByRole('menuitem', { name: 'Save this run as a test' }).click()
      await expect(studio.page.getByRole('dialog', { name: 'Test of this agent' })).toBeVisible()
    },
  },
  {
    name: 'the tests of an agent',
    show: async (studio) => {
      await studio.runToEnd()
      await studio.page.getByRole('button', { name: 'Earlier runs' }).click()
      await studio.page.getByRole('menuitem', { name: 'Save this run as a test' }).click()
      await studio.page.getByRole('textbox', { name: 'What output is compared with' }).fill('Nothing of the kind')
      await studio.page.getByRole('button', { name: 'Keep the test' }).click()
      await studio.page.getByRole('button', { name: 'Run all' }).click()
      await expect(studio.page.getByRole('dialog').getByText('Failed', { exact: true })).toBeVisible()
    },
  },
  {
    name: 'a run that has failed',
    show: async (studio) => {
      await studio.importFile('failing.agent.json', failingAgent)
      await studio.run()
      const view = new RunView(studio.page)
      await view.allow()
      await expect(view.problem).toBeVisible()
    },
  },
  {
    name: 'a prompt in the large editor',
    show: async (studio) => {
      await studio.cards.first().click()
      await studio.setting('Prompt').hover()
      await studio.sidePanel.getByRole('button', { name: 'Expand Prompt' }).click()
      const large = studio.page.getByRole('dialog', { name: 'Prompt' })
      await expect(large.getByRole('textbox', { name: 'Prompt' })).toBeFocused()
    },
  },
  {
    name: 'a sub-agent opened in place',
    show: async (studio) => {
      await studio.openExample('Writer with a fact check')
      await studio.card('check').dblclick()
      await expect(studio.page.getByRole('navigation', { name: 'Opened agents' })).toContainText('Fact check')
    },
  },
  {
    name: 'the picker of steps',
    show: async (studio) => {
      await studio.cards.first().click()
      await studio.page.keyboard.press('n')
      await expect(new CanvasView(studio).picker).toBeVisible()
    },
  },
  {
    name: 'the plugins that are loaded',
    show: async (studio) => {
      const plugins = new PluginsView(studio)
      await plugins.open()
      await plugins.choose(await readFile(wordTools, 'utf8'))
      await plugins.add()
      await plugins.choose('export default {}')
      await expect(plugins.dialog.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'a plugin that is looked at',
    show: async (studio) => {
      const plugins = new PluginsView(studio)
      await plugins.open()
      await plugins.choose(await readFile(wordTools, 'utf8'))
      await plugins.dialog.getByRole('button', { name: 'Its code' }).click()
      await expect(plugins.dialog.getByRole('region', { name: 'Code of the plugin' })).toBeVisible()
    },
  },
  { name: 'the search for a step', show: async (studio) => studio.page.keyboard.press('ControlOrMeta+f') },
  { name: 'the command palette', show: async (studio) => studio.page.keyboard.press('ControlOrMeta+k') },
  {
    name: 'two versions as one picture',
    show: async (studio) => {
      const { page } = studio
      const { text } = await studio.exportFile()
      const agent = JSON.parse(text)
      const steps = [
        { ...agent.steps[0], nodeName: 'Another name' },
        { id: 'more', strategyType: 'output', config: {} },
      ]
      await studio.chooseImport('other.agent.json', JSON.stringify({ ...agent, steps }))
      await page.getByRole('dialog').getByRole('button', { name: 'Show on the canvas' }).click()
      const comparison = new ComparisonView(page)
      await comparison.next.click()
      await expect(comparison.detail).toContainText('Another name')
    },
  },
  {
    name: 'the question what becomes of two versions',
    show: async (studio) => {
      const { page } = studio
      const file = 'small.agent.json'
      const text = toText(smallAgent)
      const files = new FilesView(page)
      await files.answerPickers(file)
      await studio.open()
      await files.write(file, text)
      await files.runCommand('Open a file')
      await expect(files.saved(file)).toBeVisible()
      await files.rename('Mine')
      await files.write(file, text.replace('Small', 'Theirs'))
      await files.comeBack()
      await files.changedDialog.getByRole('button', { name: 'Merge', exact: true }).click()
      await page.getByRole('button', { name: 'All theirs' }).click()
      await expect(page.getByText('Everything is chosen.')).toBeVisible()
    },
  },
  { name: 'the sheet of keys', show: async (studio) => studio.page.keyboard.press('?') },
]

/** In both themes: the page follows that of the device while something is open. */
async function expectNobodyShutOut(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await expect.poll(() => countMoving(page)).toBe(0)
    expect(await findViolations(page), `in the ${colorScheme} theme`).toEqual([])
  }
}

// Without motion nothing is looked at half faded in.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const { name, show } of views)
  test(`${name} has nothing that shuts people out`, async ({ studio, page }) => {
    await studio.open()
    await expect(studio.sidePanel).toBeVisible()
    await show(studio)
    await expectNobodyShutOut(page)
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the outline has nothing that shuts people out', async ({ studio, page }) => {
    await studio.open()
    await studio.openExample('Support triage')
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Outline' }).tap()
    const outline = new OutlineView(studio)
    await outline.steps.first().tap()
    await expect(outline.steps.first()).toHaveAttribute('aria-selected', 'true')
    await studio.page.keyboard.press('F9')
    await expect(outline.steps.first()).toHaveAccessibleName(/Pauses before/)
    await expectNobodyShutOut(page)
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Settings' }).tap()
    await expect(studio.sidePanel).toBeVisible()
    await expectNobodyShutOut(page)
  })
})
