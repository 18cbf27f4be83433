// From the moment a token is sent to the frame that shows it: the app beside a page that only reads a fetch.
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { freshPage } from './browser.mjs'
import { median, percentile, row } from './measure.mjs'
import { importAgent } from './studio.mjs'

const count = 80
const rounds = 2
const betweenMs = 40
const frameMs = 1000 / 60
const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }

export async function tokenRows({ browser, appUrl, floorUrl }) {
  const server = await startTokenServer()
  try {
    const floor = []
    const ours = []
    for (let round = 0; round < rounds; round += 1) {
      floor.push(...(await floorDelays(browser, floorUrl, server)))
      ours.push(...(await appDelays(browser, appUrl, server)))
    }
    const [my, base] = [median(ours), median(floor)]
    const [myTail, baseTail] = [percentile(ours, 0.95), percentile(floor, 0.95)]
    return [
      row({
        what: 'token sent → painted, median',
        budget: '≤ 1.25 × floor',
        ours: my,
        floor: base,
        unit: 'ms',
        met: my <= 1.25 * base,
      }),
      row({
        what: 'token sent → painted, p95',
        budget: '≤ floor + 1 frame',
        ours: myTail,
        floor: baseTail,
        unit: 'ms',
        met: myTail <= baseTail + frameMs,
      }),
    ]
  } finally {
    server.close()
  }
}

async function startTokenServer() {
  let sent = []
  const server = createServer(async (request, response) => {
    if (request.method === 'OPTIONS') return response.writeHead(204, cors).end()
    sent = []
    response.writeHead(200, { ...cors, 'content-type': 'text/event-stream' })
    const send = (value) => response.write(`data: ${JSON.stringify(value)}\n\n`)
    const base = { id: 'tokens', object: 'chat.completion.chunk', created: 0, model: 'tokens' }
    for (let index = 0; index < count; index += 1) {
      await wait(betweenMs)
      sent.push(Date.now())
      send({ ...base, choices: [{ index: 0, delta: { content: `w${index}; ` }, finish_reason: null }] })
    }
    send({ ...base, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
    return response.end('data: [DONE]\n\n')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${server.address().port}/v1`,
    sentTimes: () => sent,
    close: () => server.close(),
  }
}

/** Notes in the page when each token was first painted. */
function watchTokens(page) {
  return page.evaluate((wanted) => {
    window.paintedAt = []
    const look = () => {
      const text = document.body.textContent
      while (window.paintedAt.length < wanted && text.includes(`w${window.paintedAt.length};`)) {
        const place = window.paintedAt.push(undefined) - 1
        requestAnimationFrame(() => (window.paintedAt[place] = Date.now()))
      }
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  }, count)
}

async function delaysOf(page, server) {
  await page.waitForFunction((wanted) => window.paintedAt.filter(Boolean).length >= wanted, count, { timeout: 60_000 })
  const painted = await page.evaluate(() => window.paintedAt)
  const sent = server.sentTimes()
  return painted.map((at, index) => at - sent[index])
}

async function floorDelays(browser, floorUrl, server) {
  const { context, page } = await freshPage(browser)
  await page.goto(`${floorUrl}?count=1`)
  await watchTokens(page)
  await page.evaluate(async (url) => {
    const out = document.body.appendChild(document.createElement('pre'))
    const response = await fetch(`${url}/chat/completions`, { method: 'POST', body: '{}' })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    void (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        for (const [, text] of value.matchAll(/"content":"([^"]*)"/g)) out.append(text)
      }
    })()
  }, server.baseUrl)
  const delays = await delaysOf(page, server)
  await context.close()
  return delays
}

async function appDelays(browser, appUrl, server) {
  const { context, page } = await freshPage(browser)
  await importAgent(page, appUrl, {
    version: 1,
    name: 'Tokens',
    stateType: { name: 'TokenState', fields: { question: { type: 'string', input: true, default: 'Go' } } },
    llmConfig: { provider: 'openai', model: 'tokens', baseUrl: server.baseUrl },
    steps: [{ id: 'answer', strategyType: 'llm', config: { promptTemplate: '{question}' } }],
  })
  await watchTokens(page)
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click()
  // An imported agent asks before its first run.
  await page.getByRole('dialog').getByRole('button', { name: /^Run/ }).click()
  const delays = await delaysOf(page, server)
  await context.close()
  return delays
}
