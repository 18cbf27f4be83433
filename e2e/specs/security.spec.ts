import type { Page } from '@playwright/test'
import { askingAgent, codeAgent } from '../pages/agents.ts'
import { RunView } from '../pages/RunView.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

/** Runs an imported agent of one step of code. */
async function runCode(studio: StudioPage, code: string): Promise<RunView> {
  await studio.open()
  await studio.importFile('code.agent.json', codeAgent(code))
  await studio.run()
  const view = new RunView(studio.page)
  await expect(view.consent).toContainText('Compute')
  await view.allow()
  return view
}

/** Listens for what the page's policy refuses, from the first script on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const refused: string[] = []
  await page.exposeFunction('tellRefusal', (text: string) => refused.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      Reflect.get(window, 'tellRefusal')(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  return refused
}

test('a whole session breaks no rule of the page’s policy', async ({ studio, page }) => {
  test.slow()
  const refused = await watchPolicy(page)
  await studio.open()
  await studio.runToEnd()
  await studio.dragFromPalette('Ask a model', { x: 0.5, y: 0.8 })
  await studio.write('Prompt', 'Tell me about {name}')
  await studio.undo()
  for (const tab of ['Agent', 'State', 'Problems']) await studio.sidePanel.getByRole('tab', { name: tab }).click()
  const { text } = await studio.exportFile()
  await studio.importFile('again.agent.json', text)
  await studio.importFile('code.agent.json', codeAgent('return { result: state.number + 1 }'))
  await studio.run()
  await new RunView(page).allow()
  await studio.expectRun('Done')
  for (const item of [/API keys/, /Settings/]) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  }
  expect(refused).toEqual([])
})

// Breaks the policy on purpose, so the page's complaints are expected: no fixture that forbids them.
test('the policy refuses evaluated text, markup and pictures from outside', async ({ page, server }) => {
  const refused = await watchPolicy(page)
  await new StudioPage(page).open()
  const outcome = await page.evaluate(
    (picture) =>
      // In a callback: what is evaluated from outside the page is exempt from its policy.
      new Promise<Record<string, string>>((resolve) => {
        setTimeout(() => {
          const attempt = (work: () => unknown) => {
            try {
              return `ran: ${work()}`
            } catch (error) {
              return error instanceof Error ? error.name : 'thrown'
            }
          }
          const eval_ = attempt(() => Reflect.get(window, 'eval')('1 + 1'))
          const maker = attempt(() => Reflect.construct(Function, ['return 1'])())
          const markup = attempt(() => {
            document.body.insertAdjacentHTML('beforeend', '<i>hi</i>')
          })
          const image = new Image()
          image.onload = () => resolve({ eval_, maker, markup, image: 'loaded' })
          image.onerror = () => resolve({ eval_, maker, markup, image: 'refused' })
          image.src = picture
        })
      }),
    `${server.baseUrl}/pixel.png`,
  )
  expect(outcome).toEqual({ eval_: 'EvalError', maker: 'EvalError', markup: 'TypeError', image: 'refused' })
  expect(server.visits).toEqual([])
  expect(refused.join('\n')).toMatch(/img-src/)
})

test('a model’s answer causes no request and runs nothing', async ({ studio, page, server }) => {
  const text = [
    `![a picture](${server.baseUrl}/pixel.png)`,
    '[a script](javascript:alert(1))',
    '[data](data:text/html,<script>alert(2)</script>)',
    '[a page](https://example.com/path)',
    `<img src="${server.baseUrl}/html.png" onerror="alert(3)"> <script>alert(4)</script> <b>tag</b>`,
    '**bold** and `code`',
  ].join('\n\n')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  server.next({ text })
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ baseUrl: server.baseUrl }))
  await studio.run()
  await new RunView(page).allow()
  await studio.expectRun('Done')

  const answer = studio.answer('Ask')
  await expect(answer.locator('strong').first()).toHaveText('bold')
  await expect(answer.locator('img, script, b, iframe')).toHaveCount(0)
  await expect(answer.getByRole('link')).toHaveCount(1)
  await expect(answer.getByRole('link')).toHaveText(/a page.*example\.com/)
  await expect(answer).toContainText('a picture')
  await answer.getByText('a script').first().click()
  expect(dialogs).toEqual([])
  const asked = server.visits.filter((visit) => !/chat\/completions$/.test(visit))
  expect(asked).toEqual([])
})

test('code of a step reaches nothing but its state', async ({ studio }) => {
  const names = ['fetch', 'self', 'window', 'document', 'XMLHttpRequest', 'WebSocket', 'importScripts', 'indexedDB']
  const more = ['localStorage', 'process', 'require', 'postMessage', 'Worker', 'navigator', 'setTimeout', 'WebAssembly']
  await runCode(
    studio,
    `const names = ${JSON.stringify([...names, ...more])}
state.number = 99
return { result: { found: names.filter((name) => typeof globalThis[name] !== 'undefined'), sum: state.number + 1 } }`,
  )
  await studio.expectRun('Done')
  await expect(studio.answer('Compute')).toContainText('"found": []')
  await expect(studio.answer('Compute')).toContainText('"sum": 100')
  await new RunView(studio.page).show('State')
  await expect(studio.runPanel.getByRole('tabpanel')).not.toContainText('99')
})

for (const [what, code, problem] of [
  ['a request', 'await fetch("https://example.com")', { code: 'code.error', says: /fetch.*not defined/ }],
  [
    'the realm of the host',
    'return { result: ((function () {}).constructor("return fetch")()).name }',
    { code: 'code.error', says: /fetch/ },
  ],
  [
    'an import',
    'const all = await import("https://example.com/x.js"); return { result: typeof all }',
    { code: 'code.error', says: /./ },
  ],
] as const) {
  test(`code of a step that tries ${what} fails with its place`, async ({ studio, page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const view = await runCode(studio, code)
    await studio.expectRun('Failed')
    await expect(view.problem.getByRole('button', { name: `Details (${problem.code})` })).toBeVisible()
    await expect(view.problem).toContainText(problem.says)
    expect(asked.filter((url) => url.includes('example.com'))).toEqual([])
  })
}

test('an endless loop is ended, and the page can be used meanwhile', async ({ studio, page }) => {
  const view = await runCode(studio, 'while (true) {}')
  await expect(page.getByRole('banner').getByRole('button', { name: 'Stop' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Agent name' }).fill('Still here')
  await studio.card('compute').click()
  await expect(studio.sidePanel).toContainText('Compute')
  await studio.expectRun('Failed')
  await expect(view.problem).toContainText(/Stopped: the code ran longer than/)
  await expect(view.problem.getByRole('button', { name: 'Details (code.timeout)' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Still here')
})
