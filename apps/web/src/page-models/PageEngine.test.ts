import { AgentError, type PageAnswer } from '@petal/core/model'
import { setTranslator } from '@petal/ui/language'
import { afterEach, describe, expect, test } from 'vitest'
import { createPageModels } from './createPageModels.ts'
import { PageDownloads } from './PageDownloads.ts'
import type { PageEngine } from './PageEngine.ts'
import { PageEngineDesk } from './PageEngineDesk.ts'
import { PageEngineLink } from './PageEngineLink.ts'

afterEach(() => setTranslator(undefined))

const question = {
  model: 'test:one',
  messages: [{ role: 'user' as const, content: 'Hi' }],
  temperature: 0,
  maxTokens: 9,
}

/** An engine that says two words, and waits before the second one. */
function createWaitingEngine() {
  const seen: string[] = []
  let go: () => void = () => undefined
  const wait = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      go = resolve
      const stop = () => {
        seen.push('aborted')
        reject(signal.reason)
      }
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop)
    })
  const engine: PageEngine = {
    check: async (model) => ({ kind: 'unavailable', reason: `${model} is away` }),
    async download(model, { signal, onProgress }) {
      seen.push(model)
      onProgress(0.5)
      await wait(signal)
    },
    async remove(model) {
      seen.push(`removed ${model}`)
    },
    async chat(_question, { signal, onDelta }): Promise<PageAnswer> {
      onDelta('Good')
      await wait(signal)
      onDelta(' day')
      return { text: 'Good day', end: 'stop' }
    },
  }
  return { engine, seen, goOn: () => go() }
}

/** The same engine, seen from another thread. */
function overThread(engine: PageEngine) {
  const link = new PageEngineLink((message) => desk.receive(structuredClone(message)))
  const desk = new PageEngineDesk(engine, (message) => link.receive(structuredClone(message)))
  return { link, desk }
}

describe('an engine on another thread', () => {
  test('answers as it would on this one', async () => {
    const { engine, seen, goOn } = createWaitingEngine()
    const { link } = overThread(engine)
    expect(await link.check('test:one')).toEqual({ kind: 'unavailable', reason: 'test:one is away' })

    const deltas: string[] = []
    const { signal } = new AbortController()
    const answer = link.chat(question, { signal, onDelta: (text) => deltas.push(text) })
    await expect.poll(() => deltas).toEqual(['Good'])
    goOn()
    expect(await answer).toEqual({ text: 'Good day', end: 'stop' })
    expect(deltas).toEqual(['Good', ' day'])

    const progress: number[] = []
    const done = link.download('test:one', { signal, onProgress: (fraction) => progress.push(fraction) })
    await expect.poll(() => progress).toEqual([0.5])
    goOn()
    await done
    await link.remove('test:one')
    expect(seen).toEqual(['test:one', 'removed test:one'])
  })

  test('a stop reaches it, and the caller does not wait for it', async () => {
    const { engine, seen } = createWaitingEngine()
    const { link } = overThread(engine)
    const controller = new AbortController()
    const answer = link.chat(question, { signal: controller.signal, onDelta: () => controller.abort('enough') })
    await expect(answer).rejects.toBe('enough')
    await expect.poll(() => seen).toEqual(['aborted'])
    await expect(link.chat(question, { signal: controller.signal, onDelta: () => undefined })).rejects.toBe('enough')
  })

  test('its faults keep their codes; others become one', async () => {
    const faults = [new AgentError('provider.contextLimit', 'Too long.'), new TypeError('GPU lost')]
    const { link } = overThread({ ...createWaitingEngine().engine, chat: () => Promise.reject(faults.shift()) })
    const ask = () => link.chat(question, { signal: new AbortController().signal, onDelta: () => undefined })
    await expect(ask()).rejects.toMatchObject({ code: 'provider.contextLimit', message: 'Too long.', retryable: false })
    const lost = { code: 'provider.server', message: expect.stringContaining('GPU lost'), retryable: true }
    await expect(ask()).rejects.toMatchObject(lost)
  })

  test('a lost thread ends what was asked, and a closed desk ends what is answered', async () => {
    const { engine, seen } = createWaitingEngine()
    const { link, desk } = overThread(engine)
    const answer = link.chat(question, { signal: new AbortController().signal, onDelta: () => undefined })
    desk.close()
    link.fail({ code: 'provider.server', severity: 'error', message: 'Gone.' })
    await expect(answer).rejects.toMatchObject({ code: 'provider.server', message: 'Gone.' })
    expect(seen).toEqual(['aborted'])
  })
})

describe('createPageModels', () => {
  test('asks the engine that a model’s name begins with, made once', async () => {
    let made = 0
    const { engine } = createWaitingEngine()
    const models = createPageModels({
      test: () => {
        made += 1
        return engine
      },
    })
    await models.check('test:one')
    expect(await models.check('test:two')).toEqual({ kind: 'unavailable', reason: 'test:two is away' })
    expect(made).toBe(1)
  })

  test.each(['gpt-4o', 'constructor', ''])('"%s" is a model of nobody’s', async (model) => {
    const models = createPageModels({})
    expect(await models.check(model)).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('webllm:') })
    const { signal } = new AbortController()
    await expect(models.chat({ ...question, model }, { signal, onDelta: () => undefined })).rejects.toMatchObject({
      code: 'provider.unsupported',
    })
    for (const work of [models.download(model, { signal, onProgress: () => undefined }), models.remove(model)]) {
      await expect(work).rejects.toMatchObject({ code: 'provider.unsupported' })
    }
  })
})

describe('PageDownloads', () => {
  test('is joined while it goes on, and forgotten after it', async () => {
    const { engine, seen, goOn } = createWaitingEngine()
    const downloads = new PageDownloads(engine)
    const both = [downloads.start('test:one'), downloads.start('test:one')]
    expect(downloads.progress.getState()).toEqual({ 'test:one': 0.5 })
    goOn()
    await Promise.all(both)
    expect(seen).toEqual(['test:one'])
    expect(downloads.progress.getState()).toEqual({})
  })

  test('can be cancelled, and begun again', async () => {
    const { engine, seen, goOn } = createWaitingEngine()
    const downloads = new PageDownloads(engine)
    const first = downloads.start('test:one')
    downloads.cancel('test:one')
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    expect(downloads.progress.getState()).toEqual({})
    const second = downloads.start('test:one')
    goOn()
    await second
    expect(seen).toEqual(['test:one', 'aborted', 'test:one'])
  })
})

test('why a model cannot be asked is said in the language, with its English beside it', async () => {
  const models = createPageModels({})
  setTranslator({ text: () => 'Unbekannt.', plural: () => undefined })
  const state = { kind: 'unavailable', reason: 'Unbekannt.', english: expect.stringContaining('Nothing here runs "x"') }
  expect(await models.check('x')).toEqual(state)
})
