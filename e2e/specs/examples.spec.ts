import { readdirSync, readFileSync } from 'node:fs'
import { type AgentConfig, parseAgentConfig, type RunEvent } from '@petal/core'
import { AgentBuilderDirector, createDefaultRegistry } from '@petal/core/runtime'
import { comparableEvents } from '@petal/core/testing'
import { RunView } from '../pages/RunView.ts'
import { readStoredRuns } from '../pages/storedRuns.ts'
import { expect, test } from '../pages/test.ts'

const folder = new URL('../../examples/', import.meta.url)
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.agent.json'))
  .map((file) => readAgent(readFileSync(new URL(file, folder), 'utf8')))

/** What web services answer, for examples that ask some: by address. */
const answers: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...readdirSync(folder)
    .filter((file) => file.endsWith('.answers.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)

test('the gallery shows every example', async ({ studio }) => {
  await studio.open()
  await studio.page.getByRole('button', { name: 'Open the library' }).click()
  await studio.page.getByRole('tab', { name: 'Examples' }).click()
  const tiles = studio.page.getByRole('tabpanel').getByRole('listitem')
  await expect(tiles).toHaveCount(examples.length)
  for (const { name } of examples) await expect(tiles.filter({ hasText: name ?? '' })).toHaveCount(1)
})

for (const example of examples) {
  test(`"${example.name}" runs in the browser as it does in Node`, async ({ studio }) => {
    await studio.page.route(
      (url) => url.href in answers,
      (route) =>
        route.fulfill({
          json: answers[route.request().url()],
          headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
        }),
    )
    await studio.open()
    await studio.openExample(example.name ?? '')
    await studio.run()
    await new RunView(studio.page).agreeToAll()
    const read = async () => (await readStoredRuns(studio.page)).get(example.name ?? '')
    await expect.poll(async () => (await read())?.at(-1)?.type, { timeout: 20_000 }).toBe('run-end')

    const here = await read()
    const there = await runInNode(example)
    const starts = here?.flatMap(({ type }, index) => (type === 'run-start' ? [index] : [])) ?? []
    const startOf = (index: number) => starts.findLast((start) => start <= index) ?? 0
    expect(here?.map(({ seq }) => seq)).toEqual(here?.map((_, index) => index - startOf(index)))
    expect(comparableEvents(here ?? [])).toEqual(comparableEvents(there))
  })
}

async function runInNode(config: AgentConfig): Promise<readonly RunEvent[]> {
  const fetch = async (input: unknown) => Response.json(answers[String(input)])
  const agent = await new AgentBuilderDirector(config, createDefaultRegistry(), { fetch }).build()
  const input = Object.fromEntries(
    Object.entries(config.stateType.fields).flatMap(([name, field]) =>
      field.input === true && field.default !== undefined ? [[name, field.default]] : [],
    ),
  )
  const events: RunEvent[] = []
  const threadId = 'example'
  for await (const event of agent.stream(input, { threadId })) events.push(event)
  for (let last = events.at(-1); last?.type === 'run-pause'; last = events.at(-1)) {
    // What `agreeToAll` clicks.
    const resume = Object.fromEntries(last.questions.map(({ id }) => [id, { approved: true, reason: '' }]))
    for await (const event of agent.stream(null, { threadId, resume })) events.push(event)
  }
  return events
}

function readAgent(text: string): AgentConfig {
  const parsed = parseAgentConfig(text)
  if (!parsed.ok) throw parsed.error
  return parsed.config
}
