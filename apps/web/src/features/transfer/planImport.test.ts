import {
  addStep,
  createAgentConfig,
  createDefaultRegistry,
  type Problem,
  serializeAgentConfig,
  setName,
  updateStep,
} from '@petal/core/model'
import { describe, expect, it, vi } from 'vitest'
import { findSecrets } from './findSecrets.ts'
import { looksLikeAgent } from './looksLikeAgent.ts'
import { planImport } from './planImport.ts'
import { readImportFile } from './readImportFile.ts'

const registry = createDefaultRegistry()
const open = setName(
  addStep(createAgentConfig(), { id: 'ask', strategyType: 'llm', config: { promptTemplate: 'Hi' } }),
  'Open',
)
const empty = { version: 1, stateType: { name: 'S', fields: {} }, steps: [] }
const plan = (content: string | Uint8Array, name = 'file.json') => planImport({ name, content }, open, registry)

describe('weighing an import', () => {
  it('tells what would run, what differs and what is unknown, without asking or running anything', () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const agent = {
      version: 1,
      name: 'From elsewhere',
      stateType: { name: 'S', fields: { topic: { type: 'string', input: true } } },
      llmConfig: { provider: 'openai', model: 'm', baseUrl: 'http://localhost:9/v1' },
      extra: true,
      steps: [
        { id: 'ask', strategyType: 'llm', config: { promptTemplate: 'About {topic}' } },
        { id: 'js', strategyType: 'custom', config: { code: 'while (true) {}' } },
        { id: 'beam', strategyType: 'teleport', config: { to: 'moon' } },
      ],
    }
    const result = plan(JSON.stringify(agent))
    expect(result).toMatchObject({
      ok: true,
      requirements: { hosts: ['localhost:9'], codeSteps: ['js'], unknownTypes: ['teleport'] },
      remarks: [expect.objectContaining({ code: 'import.unknownKey' })],
    })
    const problems: readonly Problem[] = result.problems
    expect(problems.map(({ code }) => code)).toContain('graph.unknownStep')
    const differences = result.ok ? result.differences : []
    expect(differences).toContainEqual(
      expect.objectContaining({ kind: 'changed', id: 'ask', setting: ['config', 'promptTemplate'] }),
    )
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'added', part: 'step', id: 'beam' }))
    expect(fetched).not.toHaveBeenCalled()
  })

  it('keeps what it does not know for the way out', () => {
    const result = plan(
      JSON.stringify({
        ...empty,
        name: 'A',
        steps: [{ id: 'beam', strategyType: 'teleport', config: { to: 'moon' } }],
        extra: { a: [1] },
      }),
    )
    const text = result.ok ? serializeAgentConfig(result.config) : ''
    expect(JSON.parse(text)).toMatchObject({
      extra: { a: [1] },
      steps: [{ strategyType: 'teleport', config: { to: 'moon' } }],
    })
  })

  it('names an agent without a name after its file', () => {
    const result = plan(JSON.stringify(empty), 'support.agent.json')
    expect(result).toMatchObject({ ok: true, config: { name: 'support' } })
  })

  it.each([
    ['nothing', '', 'import.empty'],
    ['broken JSON', '{"steps": [', 'import.syntax'],
    [
      'a newer format that is past reading',
      JSON.stringify({ version: 99, steps: [1, 2].map(() => ({ id: 'a', strategyType: 'llm' })) }),
      'import.newer',
    ],
    ['a key that pollutes', '{"version":1,"steps":[],"__proto__":{"a":1}}', 'import.unsafeKey'],
    ['a wrong shape', '{"version":1,"steps":[{"id":7}]}', 'import.schema'],
    ['what is not UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), 'import.encoding'],
    ['what is too deep', `${'['.repeat(200)}${']'.repeat(200)}`, 'import.tooDeep'],
  ] as const)('refuses %s with one coded problem', (_, content, code) => {
    expect(plan(content)).toMatchObject({ ok: false, problem: { code, severity: 'error' } })
  })

  it('shows a file of a newer version to be looked at, with the text that came, to the byte', () => {
    const text = '\uFEFF{"version": 99, "steps": [{"id": "a", "strategyType": "llm"}]}  '
    for (const content of [text, new TextEncoder().encode(text)]) {
      expect(plan(content, 'later.agent.json')).toMatchObject({
        ok: true,
        config: { name: 'later', steps: [{ id: 'a' }] },
        view: { text, reason: expect.stringMatching(/newer version \(v99\).*view and export/) },
        differences: [],
      })
    }
    expect(plan('{"version": 1, "steps": []}')).not.toHaveProperty('view')
  })

  it('finds what looks like a key also in a file that is no agent of this version', () => {
    const key = 'sk-proj-abcdefghijklmnop1234567890'
    expect(findSecrets({ version: 2, steps: 'none', deep: [{ token: key }] })).toMatchObject([
      { path: 'deep[0].token' },
    ])
  })

  it('refuses a file that is too large without reading it', async () => {
    const file = new File(['{}'], 'big.json')
    Object.defineProperty(file, 'size', { value: 21 * 1024 * 1024 })
    const read = vi.spyOn(file, 'arrayBuffer')
    await expect(readImportFile(file)).rejects.toMatchObject({ code: 'import.tooLarge' })
    expect(read).not.toHaveBeenCalled()
  })
})

describe('comparing agents', () => {
  it.each([
    ['of another name and other steps', { name: 'B', steps: [{ id: 'sum', strategyType: 'set' }] }, true],
    ['of the same name', { name: 'Open', steps: [{ id: 'sum', strategyType: 'set' }] }, false],
    ['that has the step', { name: 'B', steps: [{ id: 'ask', strategyType: 'llm' }] }, false],
    ['whose step of the same id is another', { name: 'B', steps: [{ id: 'ask', strategyType: 'set' }] }, true],
  ])('knows one %s: another is %s', (_, agent, isAnother) => {
    expect(plan(JSON.stringify({ ...empty, ...agent }))).toMatchObject({ ok: true, isAnother })
  })

  it('finds nothing between an agent and its own file', () => {
    const again = plan(serializeAgentConfig(open))
    expect(again.ok && again.differences).toEqual([])
  })
})

describe('before a file leaves', () => {
  it('points at every text that looks like a key, with the field it stands in', () => {
    const agent = updateStep(open, 'ask', {
      config: {
        promptTemplate: 'Use sk-proj-abcdefghijklmnop1234 for this',
        routes: [{ name: 'hf_abcdefghijklmnopqrstuv' }],
      },
    })
    expect(findSecrets(agent)).toMatchObject([
      { stepId: 'ask', path: 'config.promptTemplate' },
      { stepId: 'ask', path: 'config.routes[0].name' },
    ])
    expect(findSecrets(open)).toEqual([])
  })
})

describe('pasted text', () => {
  it.each([
    ['{"version":1,"steps": []}', true],
    ['  {"steps":[]}', true],
    ['["steps"]', false],
    ['Take these steps: [', false],
  ])('%j is worth a preview: %s', (text, worth) => {
    expect(looksLikeAgent(text)).toBe(worth)
  })
})
