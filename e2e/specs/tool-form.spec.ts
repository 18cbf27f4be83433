import type { Locator } from '@playwright/test'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { doubleTool, toolAgent } from '../pages/toolAgents.ts'

async function openTools(studio: StudioPage): Promise<Locator> {
  await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
  return studio.sidePanel.getByRole('region', { name: 'Tools' })
}

async function readTools(studio: StudioPage): Promise<readonly Record<string, unknown>[]> {
  const { text } = await studio.exportFile()
  return (JSON.parse(text) as { tools?: readonly Record<string, unknown>[] }).tools ?? []
}

test('a tool is made from nothing: added, described, tried, and offered to a step', async ({ studio }) => {
  await studio.open()
  await studio.newAgent()
  const tools = await openTools(studio)
  await tools.getByRole('button', { name: 'Add tool' }).click()
  await studio.page.getByRole('menuitem', { name: /^Code/ }).click()
  const card = tools.getByRole('listitem', { name: 'Tool code_tool' })
  await card.getByRole('textbox', { name: 'Name', exact: true }).fill('total')
  await card.getByRole('textbox', { name: 'Name', exact: true }).press('Enter')

  const total = tools.getByRole('listitem', { name: 'Tool total' })
  await total.getByRole('button', { name: 'Add argument' }).click()
  await total.getByRole('textbox', { name: 'Name of argument_1' }).fill('prices')
  await total.getByRole('textbox', { name: 'Name of argument_1' }).press('Enter')
  await total.getByRole('combobox', { name: 'Type of prices' }).click()
  await studio.page.getByRole('option', { name: 'List' }).click()
  await total.getByRole('combobox', { name: 'Type of entries of prices' }).click()
  await studio.page.getByRole('option', { name: 'Number', exact: true }).click()
  await total.getByRole('textbox', { name: 'Description of prices' }).fill('What is added')
  await total.getByRole('textbox', { name: 'Code' }).click()
  await studio.page.keyboard.insertText('return args.prices.reduce((sum, price) => sum + price, 0)')
  await expect(total.getByRole('textbox', { name: 'Code' })).toContainText('reduce')

  await total.getByRole('button', { name: 'Try it' }).click()
  const json = total.getByRole('textbox', { name: 'Prices', exact: true })
  await json.fill('[1, 2.5]')
  await total.getByRole('button', { name: 'Make the call' }).click()
  await expect(total.getByRole('status', { name: 'Result' })).toHaveText('3.5', { timeout: 30_000 })

  await studio.dragFromPalette('Agent with tools', { x: 0.5, y: 0.5 })
  await studio.cards.first().click()
  await studio.sidePanel.getByRole('checkbox', { name: 'total' }).check()
  await expect(studio.cards.first()).toContainText('total')
  expect(await readTools(studio)).toEqual([
    {
      kind: 'code',
      name: 'total',
      parameters: {
        type: 'object',
        properties: { prices: { type: 'array', items: { type: 'number' }, description: 'What is added' } },
        required: ['prices'],
      },
      code: 'return args.prices.reduce((sum, price) => sum + price, 0)',
    },
  ])
})

test('a tool is renamed with the steps that use it, copied, deleted, and brought back by undo', async ({ studio }) => {
  await studio.open()
  await studio.importFile('worker.agent.json', toolAgent({ tools: [doubleTool] }))
  const tools = await openTools(studio)
  const card = (name: string) => tools.getByRole('listitem', { name: `Tool ${name}`, exact: true })
  await card('double')
    .getByRole('button', { name: /^double/ })
    .click()
  await card('double').getByRole('textbox', { name: 'Name', exact: true }).fill('twice')
  await card('double').getByRole('textbox', { name: 'Name', exact: true }).press('Enter')
  await expect(studio.card('work')).toContainText('twice')

  await card('twice').getByRole('button', { name: 'Duplicate twice' }).click()
  await expect(card('twice_2')).toBeVisible()
  await card('twice').getByRole('button', { name: 'Delete twice', exact: true }).click()
  await expect(card('twice')).toHaveCount(0)
  await expect(studio.card('work').getByRole('button', { name: /has no tool "twice"/ })).toBeVisible()
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(card('twice')).toBeVisible()
  await studio.page.keyboard.press('ControlOrMeta+z')
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(card('double')).toBeVisible()
  await expect(studio.card('work')).toContainText('double')
})

test('arguments are the same in the form and as JSON, and a rule asks for approval', async ({ studio }) => {
  await studio.open()
  await studio.importFile('worker.agent.json', toolAgent({ tools: [doubleTool] }))
  const tools = await openTools(studio)
  const card = tools.getByRole('listitem', { name: 'Tool double' })
  await card.getByRole('button', { name: /^double/ }).click()
  await card.getByRole('button', { name: 'Edit as JSON' }).click()
  const json = card.getByRole('textbox', { name: 'JSON Schema of the arguments' })
  await expect(json).toContainText('"amount"')
  await json.click()
  await studio.page.keyboard.press('ControlOrMeta+a')
  const schema = {
    type: 'object',
    properties: { amount: { type: 'number' }, unit: { type: 'string', enum: ['cm', 'in'] }, odd: { anyOf: [] } },
  }
  await studio.page.keyboard.insertText(JSON.stringify(schema))
  await card.getByRole('button', { name: 'Edit as form' }).click()
  await expect(card.getByRole('textbox', { name: 'Choices of unit' })).toHaveValue('cm, in')
  await expect(card.getByRole('combobox', { name: 'Type of odd' })).toHaveText('Other (see JSON)')
  await card.getByRole('group', { name: 'amount', exact: true }).getByLabel('Must be given').check()

  await card.getByRole('combobox', { name: 'Approval' }).click()
  await studio.page.getByRole('option', { name: 'Asks when a rule holds' }).click()
  await expect(card.getByText('Write the rule')).toBeVisible()
  await card.getByRole('textbox', { name: 'Rule' }).fill('amout > 3')
  await card.getByRole('button', { name: 'Replace with amount' }).click()
  await expect(card.getByRole('textbox', { name: 'Rule' })).toHaveValue('amount > 3')
  const [tool] = await readTools(studio)
  expect(tool).toMatchObject({ approval: 'amount > 3', parameters: { ...schema, required: ['amount'] } })
})

test('an agent from outside says which hosts and code its tools use, before anything of it runs', async ({
  studio,
}) => {
  const http = { kind: 'http', name: 'rain', description: 'Rain', url: 'https://rain.example.org/now' }
  await studio.open()
  await studio.importFile('worker.agent.json', toolAgent({ tools: [doubleTool, http] }))
  const tools = await openTools(studio)
  const card = tools.getByRole('listitem', { name: 'Tool double' })
  await card.getByRole('button', { name: /^double/ }).click()
  await card.getByRole('button', { name: 'Try it' }).click()
  await card.getByRole('button', { name: 'Make the call' }).click()
  const trial = new RunView(studio.page).trialConsent
  await expect(trial).toContainText('rain.example.org')
  await trial.getByRole('button', { name: 'Not now' }).click()
  await expect(card.getByRole('alert')).toContainText('Nothing was sent')
  await studio.run()
  const consent = studio.page.getByRole('dialog', { name: 'Run this agent for the first time?' })
  await expect(consent).toContainText('rain.example.org')
  await expect(consent).toContainText('double')
})
