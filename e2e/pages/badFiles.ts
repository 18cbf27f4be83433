import { smallAgent as agent, smallStep as step, toText } from './agents.ts'

/** A file that is no agent, and how the studio should say so. */
export interface BadFile {
  readonly what: string
  readonly content: string | Buffer
  readonly code: string
  readonly says: RegExp
}

/** Every way in which a file cannot be opened. */
export const badFiles: readonly BadFile[] = [
  { what: 'an empty file', content: '', code: 'import.empty', says: /nothing in it/ },
  { what: 'no JSON', content: 'Dear Sir or Madam', code: 'import.syntax', says: /Not valid JSON.*line 1/ },
  { what: 'a truncated file', content: toText(agent).slice(0, 90), code: 'import.syntax', says: /Not valid JSON/ },
  {
    what: 'another encoding',
    content: Buffer.from(`\ufeff${toText(agent)}`, 'utf16le'),
    code: 'import.encoding',
    says: /UTF-16/,
  },
  { what: 'a list', content: '[1, 2]', code: 'import.schema', says: /one JSON object/ },
  {
    what: 'a workflow of n8n',
    content: toText({ name: 'Flow', nodes: [{ id: '1', type: 'n8n-nodes-base.start' }], connections: {} }),
    code: 'import.foreign',
    says: /a file of n8n/,
  },
  {
    what: 'a flow of Flowise',
    content: toText({
      nodes: [{ id: 'chatOpenAI_0', data: { inputParams: [], inputAnchors: [], baseClasses: [] } }],
      edges: [],
    }),
    code: 'import.foreign',
    says: /a file of Flowise/,
  },
  {
    what: 'a newer version of which nothing can be read',
    content: toText({ ...agent, version: 99, steps: [step, step] }),
    code: 'import.newer',
    says: /newer version \(v99/,
  },
  {
    what: 'JSON that is too deep',
    content: `{"version":1,"steps":[],"deep":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    code: 'import.tooDeep',
    says: /100/,
  },
  {
    what: 'a key of the prototype',
    content: '{"version":1,"stateType":{"name":"S","fields":{}},"steps":[],"__proto__":{"admin":true}}',
    code: 'import.unsafeKey',
    says: /"__proto__"/,
  },
  {
    what: 'more than 10,000 steps',
    content: JSON.stringify({ ...agent, steps: Array.from({ length: 10_001 }, (_, index) => ({ id: `s${index}` })) }),
    code: 'import.tooMany',
    says: /10001 steps; the limit is 10000/,
  },
  {
    what: 'more than 20 MB',
    content: Buffer.alloc(21 * 1024 * 1024, ' '),
    code: 'import.tooLarge',
    says: /21 MB; the limit is 20 MB/,
  },
  {
    what: 'values of the wrong type',
    content: toText({ ...agent, steps: [{ ...step, config: 'none' }], graphConfig: { recursionLimit: 'often' } }),
    code: 'import.schema',
    says: /steps\[0\]\.config/,
  },
  {
    what: 'two steps of one id',
    content: toText({ ...agent, steps: [step, step] }),
    code: 'graph.duplicateId',
    says: /ask/,
  },
]
