import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { askingAgent } from '../pages/agents.ts'
import { expect, test } from '../pages/test.ts'

async function openTab(page: Page, name: string) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('tab', { name }).click()
  return dialog
}

async function downloadFrom(page: Page, tab: string) {
  const dialog = await openTab(page, tab)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const file = await download
  await expect(dialog).toBeHidden()
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('as Markdown: a document of the agent, downloaded and copied alike', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Support triage')
  const { name, text } = await downloadFrom(page, 'Markdown')
  expect(name).toBe('support-triage.md')
  expect(text).toMatch(/^# Support triage\n\nA model decides what a request is about/)
  expect(text).toContain('```mermaid\nflowchart TD\n')
  expect(text).toContain('### 1. Sort the request')
  expect(text).toContain('Handle refunds for a small online shop.')
  expect(text).toContain('| `question` | string | input |')

  const dialog = await openTab(page, 'Markdown')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog).toBeHidden()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
})

test('as Mermaid: the graph alone', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Support triage')
  const { name, text } = await downloadFrom(page, 'Mermaid')
  expect(name).toBe('support-triage.mmd')
  expect(text).toMatch(/^flowchart TD\n/)
  expect(text).toContain('|"refund"|')
})

test('what looks like a key is pointed out, and left out of what is made to be read', async ({ studio, page }) => {
  const key = 'sk-proj-abcdefghijklmnop1234567890'
  await studio.open()
  await studio.importFile('careless.agent.json', askingAgent({}).replace('Be brief.', `Use ${key} for it.`))
  const { text } = await downloadFrom(page, 'Markdown')
  expect(text).not.toContain(key)
  expect(text).toContain('Use [hidden] for it.')
  const dialog = await openTab(page, 'Mermaid')
  await expect(dialog.getByRole('alert')).toContainText('looks like a secret')
})
