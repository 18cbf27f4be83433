import { ChatView } from '../pages/ChatView.ts'
import { chatAgent } from '../pages/chatAgent.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import type { ChatBody } from '../server/chatProtocol.ts'
import type { ModelServer, SeenRequest } from '../server/ModelServer.ts'

/** Turns of about thirty tokens each. */
const turns = [
  'My name is Ada',
  'I like the sea',
  'I live in Bremen',
  'I play chess',
  'I have a cat',
  'I drink tea',
].map((text) => `${text}. `.padEnd(120, '.'))

const textOf = (content: NonNullable<ChatBody['messages']>[number]['content']) =>
  typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('')
const said = ({ body }: SeenRequest) => body.messages?.map(({ content }) => textOf(content).split('. .')[0]) ?? []
const isSummary = ({ body }: SeenRequest) => textOf(body.messages?.[0]?.content ?? '').startsWith('You keep the memory')

async function open(studio: StudioPage, server: ModelServer, memory: object): Promise<ChatView> {
  await studio.open()
  await studio.importFile('chat.agent.json', chatAgent(server.baseUrl, memory))
  return new ChatView(studio)
}

async function talk(chat: ChatView, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) await chat.say(text, index === 0)
}

test('a whole conversation is sent with every turn', async ({ studio, server }) => {
  server.otherwise(() => ({ text: 'I see.' }))
  const chat = await open(studio, server, { memoryType: 'conversation' })
  await talk(chat, turns.slice(0, 3))
  expect(server.requests.map((request) => said(request).length)).toEqual([2, 4, 6])
  expect(said(server.requests[2] as SeenRequest)[1]).toContain('Ada')
})

test('a buffer sends the newest turns that fit', async ({ studio, server }) => {
  server.otherwise(() => ({ text: 'I see.' }))
  const chat = await open(studio, server, { memoryType: 'buffer', maxTokens: 80 })
  await talk(chat, turns.slice(0, 4))
  const last = said(server.requests.at(-1) as SeenRequest)
  expect(last).toHaveLength(4)
  expect(last[1]).toContain('Bremen')
  expect(last[3]).toContain('chess')
})

test('a summary is asked for once, reused, grows, and outlives a reload', async ({ studio, server }) => {
  let made = 0
  server.otherwise((body) => {
    if (!textOf(body.messages?.[0]?.content ?? '').startsWith('You keep the memory')) return { text: 'I see.' }
    made += 1
    return { text: `The person is called Ada (${made}).` }
  })
  const chat = await open(studio, server, { memoryType: 'summary', maxTokens: 140 })
  await talk(chat, turns.slice(0, 5))
  const summaries = server.requests.filter(isSummary)
  expect(summaries).toHaveLength(1)
  expect(textOf(summaries[0]?.body.messages?.[1]?.content ?? '')).toContain('User: My name is Ada')
  const last = server.requests.at(-1) as SeenRequest
  expect(said(last)[1]).toContain('Summary of the conversation so far:\nThe person is called Ada (1).')
  expect(said(last).join('\n')).not.toContain('My name is Ada')
  expect(said(last).at(-1)).toContain('I have a cat')

  const view = new RunView(studio.page)
  await view.show('Messages')
  await view.area('Requests to models').getByRole('button').first().click()
  await expect(view.area('Messages')).toContainText('summary for the memory')
  await view.show('Run')

  await studio.reload()
  await expect(chat.conversation).toContainText('I have a cat')
  await chat.say(turns[5] ?? '')
  expect(said(server.requests.at(-1) as SeenRequest)[1]).toMatch(/Summary of the conversation so far:\nThe person/)
  // What was known before the reload is not made anew: it grows.
  for (const { body } of server.requests.filter(isSummary).slice(1)) {
    expect(textOf(body.messages?.[1]?.content ?? '')).toContain('Summary so far: The person is called Ada')
    expect(textOf(body.messages?.[1]?.content ?? '')).not.toContain('User: My name is Ada')
  }
})

test('similar turns are found by their words, without asking anybody', async ({ studio, server }) => {
  server.otherwise(() => ({ text: 'I see.' }))
  const chat = await open(studio, server, { memoryType: 'vector', maxTokens: 120 })
  await talk(chat, [...turns, 'Do you remember where I live, Bremen?'])
  const last = said(server.requests.at(-1) as SeenRequest)
  expect(last.join('\n')).toContain('I live in Bremen')
  expect(last.join('\n')).not.toContain('I like the sea')
  expect(last.at(-1)).toContain('Do you remember')
  expect(server.requests).toHaveLength(7)
})

test('similar turns are found by what an embedding model says they mean', async ({ studio, server }) => {
  server.otherwise(() => ({ text: 'I see.' }))
  server.embedBy((text) => (/cat|pet/.test(text) ? [1, 0] : [0, 1]))
  const search = { by: 'meaning', provider: 'openai', model: 'embed', baseUrl: server.baseUrl }
  const chat = await open(studio, server, { memoryType: 'vector', maxTokens: 120, search })
  const [name = '', sea = '', home = '', chess = '', cat = '', tea = ''] = turns
  await talk(chat, [cat, name, sea, home, chess, tea, 'Which pet do I have?'])
  const last = said(server.requests.at(-1) as SeenRequest)
  expect(last.join('\n')).toContain('I have a cat')
  expect(last.join('\n')).not.toContain('My name is Ada')
  const asked = server.requests.filter(({ path }) => path === '/v1/embeddings')
  expect(asked.at(-1)?.body).toMatchObject({ model: 'embed' })
  // A turn that was compared once is not sent again.
  const sent = asked.flatMap(({ body }) => body.input ?? [])
  expect(sent.filter((text) => text.includes('I have a cat'))).toHaveLength(1)
})

test('the form shows what the chosen memory needs, and says what is missing', async ({ studio, server }) => {
  await open(studio, server, { memoryType: 'buffer' })
  await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
  const memory = studio.sidePanel.getByRole('region', { name: 'Memory' })
  const choose = async (field: string, option: string) => {
    await memory.getByRole('combobox', { name: field, exact: true }).click()
    await studio.page.getByRole('option', { name: option }).click()
  }
  await expect(memory.getByText('Model that summarises')).toHaveCount(0)
  await choose('Memory', 'Summary')
  await expect(memory.getByText('Model that summarises')).toBeVisible()
  await choose('Memory', 'Similar turns')
  await expect(memory.getByText('Model that summarises')).toHaveCount(0)
  await choose('Search by', 'Meaning')
  await expect(memory.getByText(/choose its provider/)).toBeVisible()
  await choose('Provider', 'Ollama')
  await memory.getByRole('button', { name: 'Use nomic-embed-text' }).click()
  await expect(memory.getByRole('textbox', { name: 'Embedding model' })).toHaveValue('nomic-embed-text')
  await expect(memory.getByText(/No embedding model is named/)).toHaveCount(0)
})
