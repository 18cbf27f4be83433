import { describe, expect, test } from 'vitest'
import { defaultLLM, type LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { question, serve } from '../testing/askRecorded.ts'
import { openaiRecording } from '../testing/recordedProviders.ts'
import { createChatModel } from './createChatModel.ts'

describe('keys', () => {
  const keyless = async (config: Partial<LLMConfig>, get: () => string | undefined = () => undefined) => {
    const asked: string[] = []
    const { fetch, sent } = serve(openaiRecording.type, openaiRecording.text('Hi'))
    const keys = {
      get(keyRef: string, host: string) {
        asked.push(`${keyRef} for ${host}`)
        return get()
      },
    }
    const model = await createChatModel({ ...defaultLLM, provider: 'openai', model: 'm', ...config }, { keys, fetch })
    const outcome = await model
      .chat({ messages: question, signal: new AbortController().signal })
      .catch((error: unknown) => error)
    return { outcome, asked, sent }
  }

  test('a missing one is named, with where to add it', async () => {
    const { outcome, asked, sent } = await keyless({ keyRef: 'work' })
    expect(outcome).toMatchObject({
      code: 'secret.missing',
      message: expect.stringMatching(/"work".*api\.openai\.com.*API keys/),
    })
    expect(asked).toEqual(['work for api.openai.com'])
    expect(sent).toEqual([])
    expect((await keyless({}, () => '')).outcome).toMatchObject({ code: 'secret.missing' })
  })

  test('a server of one’s own may do without', async () => {
    const { outcome, asked, sent } = await keyless({ baseUrl: 'http://localhost:1234/v1/' })
    expect(outcome).toMatchObject({ message: { content: 'Hi' } })
    expect(asked).toEqual(['openai for localhost:1234'])
    expect(sent[0]?.url).toBe('http://localhost:1234/v1/chat/completions')
    expect(sent[0]?.headers.has('authorization')).toBe(false)
  })

  test('one that is kept for another host is refused by whoever keeps it', async () => {
    const mismatch = new AgentError('secret.hostMismatch', 'The key is for another host.')
    const { outcome, sent } = await keyless({}, () => {
      throw mismatch
    })
    expect(outcome).toBe(mismatch)
    expect(sent).toEqual([])
  })

  test('an address that is none is refused before anything is asked', async () => {
    for (const baseUrl of ['localhost:1234', 'ftp://models.example', 'not an address']) {
      const { outcome, asked } = await keyless({ baseUrl })
      expect(outcome).toMatchObject({ code: 'provider.badRequest', path: 'llmConfig.baseUrl' })
      expect(asked).toEqual([])
    }
  })
})
