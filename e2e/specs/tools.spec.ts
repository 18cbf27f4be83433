import type { Locator } from '@playwright/test'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { doubleTool, payTool, toolAgent } from '../pages/toolAgents.ts'
import type { ChatBody } from '../server/chatProtocol.ts'
import { McpServer } from '../server/McpServer.ts'

async function start(studio: StudioPage, agent: string): Promise<RunView> {
  await studio.open()
  await studio.importFile('worker.agent.json', agent)
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

/** The results of tools that a question carried. */
function resultsIn(body: ChatBody | undefined): unknown[] {
  return (body?.messages ?? []).filter(({ role }) => role === 'tool').map(({ content }) => content)
}

function questions(studio: StudioPage): Locator {
  return studio.runPanel.getByRole('group', { name: /waits for you$/ })
}

const pay = (id: string, amount: number) => ({ id, name: 'pay', args: { amount } })

test('parallel calls run in the sandbox, go back to the model, and are shown', async ({ studio, server }) => {
  server.next(
    {
      text: 'Let me see.',
      toolCalls: [
        { id: 'a', name: 'double', args: { amount: 4 } },
        { id: 'b', name: 'double', args: { amount: 5 } },
      ],
    },
    { text: 'It is 8 and 10.' },
  )
  const view = await start(studio, toolAgent({ baseUrl: server.baseUrl, tools: [doubleTool] }))
  await studio.expectRun('Done')
  expect(server.requests[0]?.body.tools?.map((tool) => tool.function.name)).toEqual(['double'])
  expect(resultsIn(server.requests[1]?.body)).toEqual(['8', '10'])
  await expect(studio.answer('Work')).toContainText('It is 8 and 10.')

  const first = studio.answer('Work').getByRole('button', { name: /double.*"amount":4/ })
  await first.click()
  await expect(studio.answer('Work')).toContainText('Result')
  await view.show('Timeline')
  await view.area('Executions').getByRole('button', { name: /Work/ }).click()
  await expect(view.panel.getByLabel('Execution of Work').getByRole('button', { name: /double/ })).toHaveCount(2)
  await view.show('Messages')
  await expect(view.area('Messages')).toContainText('double({"amount":5})')
})

test('the practice model uses tools offline', async ({ studio }) => {
  await start(studio, toolAgent({ tools: [doubleTool], prompt: 'Double the amount 21' }))
  await studio.expectRun('Done')
  await expect(studio.answer('Work')).toContainText('double says: 42')
})

test('approvals of one turn are asked before any of its calls is made', async ({ studio, server }) => {
  server.next({ text: '', toolCalls: [pay('a', 1), pay('b', 2), pay('c', 3)] }, { text: 'Paid what was allowed.' })
  await start(studio, toolAgent({ baseUrl: server.baseUrl, tools: [payTool] }))
  await expect(questions(studio)).toContainText('"amount": 1')
  await questions(studio).getByRole('button', { name: 'Approve' }).click()

  await expect(questions(studio)).toContainText('"amount": 2')
  await questions(studio).getByRole('button', { name: 'Edit arguments' }).click()
  await questions(studio).getByLabel('Amount').fill('20')
  await questions(studio).getByRole('button', { name: 'Approve with these' }).click()

  await expect(questions(studio)).toContainText('"amount": 3')
  await questions(studio).getByRole('button', { name: 'Reject' }).click()
  await questions(studio).getByLabel('Why not').fill('Too much')
  await questions(studio).getByRole('button', { name: 'Reject the call' }).click()

  await studio.expectRun('Done')
  expect(server.requests).toHaveLength(2)
  expect(resultsIn(server.requests[1]?.body)).toEqual([
    'paid 1',
    'paid 20',
    'Error: A person did not allow this call of pay. The reason: Too much',
  ])
})

test('an approval that is waited for survives a reload, and what was agreed to before is not asked again', async ({
  studio,
  server,
}) => {
  server.next({ text: '', toolCalls: [pay('a', 1), pay('b', 2)] }, { text: 'Paid.' })
  await start(studio, toolAgent({ baseUrl: server.baseUrl, tools: [payTool] }))
  await expect(questions(studio)).toContainText('"amount": 1')
  await questions(studio).getByRole('button', { name: 'Approve' }).click()
  await expect(questions(studio)).toContainText('"amount": 2')
  await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(2)
  await studio.reload()
  await expect(questions(studio)).toContainText('"amount": 2')
  await questions(studio).getByRole('button', { name: 'Approve' }).click()
  await studio.expectRun('Done')
  expect(server.requests).toHaveLength(2)
  expect(resultsIn(server.requests[1]?.body)).toEqual(['paid 1', 'paid 2'])
})

test('a rule asks only where it holds', async ({ studio, server }) => {
  server.next({ text: '', toolCalls: [pay('a', 5), pay('b', 500)] }, { text: 'Done.' })
  const tool = { ...payTool, approval: 'amount > 100' }
  await start(studio, toolAgent({ baseUrl: server.baseUrl, tools: [tool] }))
  await expect(questions(studio)).toContainText('"amount": 500')
  await questions(studio).getByRole('button', { name: 'Approve' }).click()
  await studio.expectRun('Done')
  expect(resultsIn(server.requests[1]?.body)).toEqual(['paid 5', 'paid 500'])
})

test('unknown tools and bad arguments go back to the model, which mends them', async ({ studio, server }) => {
  server.next(
    {
      text: '',
      toolCalls: [
        { id: 'a', name: 'triple', args: { amount: 1 } },
        { id: 'b', name: 'double', args: { amount: 'one' } },
      ],
    },
    { text: '', toolCalls: [{ id: 'c', name: 'double', args: '{ not json' }] },
    { text: '', toolCalls: [{ id: 'd', name: 'double', args: { amount: 1 } }] },
    { text: 'It is 2.' },
  )
  await start(studio, toolAgent({ baseUrl: server.baseUrl, tools: [doubleTool] }))
  await studio.expectRun('Done')
  expect(resultsIn(server.requests[1]?.body)).toEqual([
    'Error: triple is not a valid tool, try one of [double].',
    expect.stringMatching(/^Error: The arguments of double do not fit: amount: /),
  ])
  expect(JSON.stringify(server.requests[2]?.body.messages?.at(-1))).toContain('arguments that are not JSON')
  await expect(studio.answer('Work')).toContainText('It is 2.')
})

test('stopping ends a tool that is under way', async ({ studio, server }) => {
  server.next({ text: '', toolCalls: [{ id: 'a', name: 'wait', args: {} }] })
  const tool = { kind: 'code', name: 'wait', description: 'Waits', code: 'for (;;) {}' }
  const view = await start(studio, toolAgent({ baseUrl: server.baseUrl, tools: [tool] }))
  await expect(studio.answer('Work').getByRole('button', { name: /^wait/ })).toBeVisible()
  await view.stop()
  await studio.expectRun('Stopped')
  await studio.answer('Work').getByRole('button', { name: /^wait/ }).click()
  await expect(studio.answer('Work')).toContainText('Stopped')
})

test.describe('an MCP server', () => {
  let mcp: McpServer

  test.beforeAll(async () => {
    mcp = await McpServer.start()
  })

  test.afterAll(async () => {
    await mcp.stop()
  })

  test('tells its tools on a click only; chosen ones join the agent and run', async ({ studio, server }) => {
    const asked: string[] = []
    studio.page.on('request', (request) => request.url().startsWith(mcp.url) && asked.push(request.method()))
    server.next(
      { text: '', toolCalls: [{ id: 'a', name: 'get-sum', args: { a: 2, b: 3 } }] },
      { text: '', toolCalls: [{ id: 'b', name: 'echo', args: { message: 'hello' } }] },
      { text: 'The sum is 5.' },
    )
    const tool = { kind: 'mcp', name: 'echo', description: 'Echo', url: mcp.url }
    await studio.open()
    await studio.importFile('worker.agent.json', toolAgent({ baseUrl: server.baseUrl, tools: [tool] }))
    await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
    const card = studio.sidePanel.getByRole('listitem', { name: 'Tool echo' })
    await card.getByRole('button', { name: /^echo/ }).click()
    expect(asked).toEqual([])

    await card.getByRole('button', { name: 'List tools' }).click()
    const view = new RunView(studio.page)
    await expect(view.trialConsent).toContainText(new URL(mcp.url).host)
    await view.trialConsent.getByRole('button', { name: 'Not now' }).click()
    await expect(card.getByRole('alert')).toContainText('Nothing was sent')
    expect(asked).toEqual([])

    await card.getByRole('button', { name: 'List tools' }).click()
    await view.allowTrial()
    const offered = card.getByRole('group', { name: 'Tools of the server' })
    await expect(offered.getByLabel('echo', { exact: true })).toBeDisabled()
    await offered.getByLabel('get-sum', { exact: true }).check()
    await offered.getByRole('button', { name: 'Add one tool' }).click()
    await expect(studio.sidePanel.getByRole('listitem', { name: 'Tool get-sum' })).toBeVisible()

    await studio.card('work').click()
    await studio.sidePanel.getByLabel('get-sum', { exact: true }).check()
    await studio.runToEnd()
    expect(resultsIn(server.requests[1]?.body)).toEqual([expect.stringContaining('5')])
    expect(resultsIn(server.requests[2]?.body).at(-1)).toContain('hello')
    // The session was ended with the run, and there was one for both calls.
    expect(asked.filter((method) => method === 'DELETE')).toHaveLength(2)
  })

  test('that is not there, or does not let the page in, is explained', async ({ studio, server }) => {
    const closed = { kind: 'mcp', name: 'closed', description: 'x', url: `${server.baseUrl}/mcp` }
    server.next({ fault: 'noCors' })
    await studio.open()
    await studio.importFile('worker.agent.json', toolAgent({ tools: [closed] }))
    await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
    const card = studio.sidePanel.getByRole('listitem', { name: 'Tool closed' })
    await card.getByRole('button', { name: /^closed/ }).click()
    await card.getByRole('button', { name: 'List tools' }).click()
    await new RunView(studio.page).allowTrial()
    await expect(card.getByRole('alert')).toContainText('(CORS)')
    await card.getByRole('textbox', { name: 'Server', exact: true }).fill('http://127.0.0.1:9/mcp')
    await card.getByRole('button', { name: 'List tools' }).click()
    await expect(card.getByRole('alert')).toContainText('Nothing answered at 127.0.0.1:9')
  })
})
