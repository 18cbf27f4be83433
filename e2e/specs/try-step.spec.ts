import type { Locator } from '@playwright/test'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1600, height: 1000 } })

async function openGreeter(studio: StudioPage): Promise<void> {
  await studio.open()
  await studio.openExample('Greeter')
  await studio.card('greet').click()
  await expect(studio.setting('Prompt')).toBeVisible()
}

const variants = (studio: StudioPage): Locator =>
  studio.sidePanel.getByRole('list', { name: 'Variants' }).getByRole('listitem')

async function tryIt(studio: StudioPage): Promise<void> {
  await studio.sidePanel.getByRole('button', { name: 'Try', exact: true }).click()
}

test('a step is tried with what it saw, and its variants stand side by side', async ({ studio }) => {
  await openGreeter(studio)
  await studio.giveInput('name', 'Ada')
  await studio.runToEnd()
  await studio.sidePanel.getByRole('button', { name: 'Try this step' }).click()
  await expect(studio.sidePanel).toContainText('With the values it saw in the newest run.')

  await studio.write('Prompt', 'Say {name} twice')
  await tryIt(studio)
  const first = variants(studio).filter({ hasText: 'With the settings as they are' })
  await expect(first).toContainText('Ada')
  await expect(first).toContainText('tokens')
  await studio.write('Prompt', 'Say {name} thrice')
  await expect(variants(studio)).toContainText('Use its settings')
  await tryIt(studio)
  await expect(variants(studio)).toHaveCount(2)
  await expect(variants(studio).first()).toContainText('thrice')
  await expect(variants(studio).first()).toContainText('tokens')

  // The run on screen is left as it was.
  await studio.expectRun('Done')
  await variants(studio).last().getByRole('button', { name: 'Use its settings' }).click()
  await expect(studio.setting('Prompt')).toContainText('Say {name} twice')
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(studio.setting('Prompt')).toContainText('Say {name} thrice')
  await studio.sidePanel.getByRole('button', { name: 'Remove variant 1' }).click()
  await expect(variants(studio)).toHaveCount(1)
})

test('before any run a step is tried with the input, and what keeps it from running is told', async ({ studio }) => {
  await openGreeter(studio)
  await studio.giveInput('name', 'Grace')
  await studio.sidePanel.getByRole('button', { name: 'Try this step' }).click()
  await studio.write('Prompt', 'Hail {name}')
  await tryIt(studio)
  await expect(variants(studio)).toContainText('Grace')
  await studio.write('Prompt', 'Hail {nobody}')
  await tryIt(studio)
  await expect(variants(studio).first()).toContainText('nobody')
})

test('a step is edited as JSON; what cannot be one is told and kept', async ({ studio, page }) => {
  await openGreeter(studio)
  await studio.sidePanel.getByRole('button', { name: 'Examples and JSON' }).click()
  await page.getByRole('menuitem', { name: 'Edit as JSON' }).click()
  const text = studio.setting('Step')
  await expect(text).toContainText('"promptTemplate"')
  const write = (value: unknown) => studio.write('Step', JSON.stringify(value))
  const step = {
    id: 'greet',
    strategyType: 'llm',
    nodeName: 'Welcome',
    config: { promptTemplate: 'Hi {name}', writes: 'greeting' },
  }
  await write({ ...step, id: 'other' })
  await expect(studio.sidePanel.getByText(/The id stays "greet"/)).toBeVisible()
  await expect(text).toContainText('"other"')
  await write({ ...step, extra: { kept: true } })
  await expect(studio.sidePanel.getByText(/The id stays "greet"/)).toBeHidden()
  await expect(studio.card('greet')).toContainText('Welcome')
  expect((await studio.readAgent()).steps[0]).toMatchObject({ nodeName: 'Welcome', extra: { kept: true } })

  await studio.sidePanel.getByRole('button', { name: 'Examples and JSON' }).click()
  await page.getByRole('menuitem', { name: 'Edit in the form' }).click()
  await expect(studio.setting('Prompt')).toContainText('Hi {name}')
  await studio.card('greet').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.card('greet')).not.toContainText('Welcome')
})

test('a value of the last run is dragged into the prompt', async ({ studio }) => {
  await openGreeter(studio)
  await studio.giveInput('name', 'Ada')
  await studio.runToEnd()
  await studio.write('Prompt', 'Dear')
  await studio.runPanel.getByRole('tab', { name: 'State' }).click()
  await studio.runPanel
    .getByTitle('Drag it into a prompt')
    .filter({ hasText: 'name' })
    .first()
    .dragTo(studio.setting('Prompt'))
  await expect(studio.setting('Prompt')).toContainText('{name}')
})
