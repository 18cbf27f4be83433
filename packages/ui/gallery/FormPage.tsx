import type { FieldSpec, Json, JsonObject, Problem } from '@petal/core/model'
import { useState } from 'react'
import { type ModelChoices, SchemaForm } from '../src/schema-form/index.ts'

const base = { required: false, advanced: false } as const

const fields: readonly FieldSpec[] = [
  { ...base, kind: 'text', name: 'title', title: 'Title', required: true, placeholder: 'What is it called?' },
  {
    ...base,
    kind: 'prompt',
    name: 'prompt',
    title: 'Prompt',
    description: 'Write {name} for the value of a state field.',
    required: true,
  },
  { ...base, kind: 'model', name: 'llmConfig', title: 'Model' },
  {
    ...base,
    kind: 'select',
    name: 'mode',
    title: 'Answer',
    default: 'text',
    options: [
      { value: 'text', label: 'Text' },
      { value: 'json', label: 'Structured' },
    ],
  },
  {
    ...base,
    kind: 'json',
    name: 'schema',
    title: 'JSON Schema',
    visibleWhen: { field: 'mode', in: ['json'] },
    description: 'What the answer must look like.',
  },
  { ...base, kind: 'stateField', name: 'writes', title: 'Writes to', description: 'The answer goes here.' },
  {
    ...base,
    kind: 'list',
    name: 'routes',
    title: 'Routes',
    required: true,
    itemTitle: 'name',
    fields: [
      { ...base, kind: 'text', name: 'name', title: 'Name', required: true },
      { ...base, kind: 'longText', name: 'description', title: 'When to take it' },
      { ...base, kind: 'number', name: 'weight', title: 'Weight', integer: true, default: 1, advanced: true },
    ],
  },
  { ...base, kind: 'textList', name: 'stops', title: 'Stop words' },
  {
    ...base,
    kind: 'record',
    name: 'headers',
    title: 'Headers',
    value: { ...base, kind: 'text', name: 'value', title: 'Value' },
  },
  {
    ...base,
    kind: 'group',
    name: 'retry',
    title: 'Retries',
    fields: [
      { ...base, kind: 'number', name: 'tries', title: 'Tries', integer: true, default: 3, min: 0 },
      {
        ...base,
        kind: 'toggle',
        name: 'jitter',
        title: 'Spread waits',
        default: true,
        description: 'So that many clients do not come back at once.',
      },
    ],
  },
  {
    ...base,
    kind: 'slider',
    name: 'temperature',
    title: 'Temperature',
    min: 0,
    max: 2,
    step: 0.1,
    default: 0,
    description: '0 is steady, 2 is wild.',
  },
  { ...base, kind: 'toggle', name: 'stream', title: 'Stream tokens', default: true },
  { ...base, kind: 'expression', name: 'when', title: 'Only when', advanced: true, placeholder: 'score > 0.5' },
  { ...base, kind: 'code', name: 'code', title: 'Code', advanced: true },
  { ...base, kind: 'key', name: 'key', title: 'Key', advanced: true },
]

const models: ModelChoices = {
  inherited: { provider: 'practice', model: 'practice', temperature: 0, maxTokens: 1000 },
  inheritedFrom: 'the agent',
  providers: [
    {
      id: 'practice',
      label: 'Practice model',
      models: [{ id: 'practice', label: 'Practice' }],
      defaultModel: 'practice',
      baseUrlEditable: false,
      needsKey: 'none',
    },
    {
      id: 'openai',
      label: 'OpenAI and compatible servers',
      description: 'OpenAI, or with a base URL any server that speaks its protocol.',
      models: [
        { id: 'gpt-4o-mini', label: 'GPT-4o mini' },
        { id: 'gpt-4o', label: 'GPT-4o' },
      ],
      defaultModel: 'gpt-4o-mini',
      baseUrl: 'https://api.openai.com/v1',
      baseUrlEditable: true,
      keyRef: 'openai',
      needsKey: 'required',
      notes: ['The base URL usually ends in /v1.'],
    },
  ],
}

const start: JsonObject = {
  title: 'Support triage',
  prompt: 'Which kind of request is this? {question}',
  routes: [
    { name: 'refund', description: 'Money back' },
    { name: '', description: '' },
  ],
  stops: ['END'],
  headers: { Accept: 'application/json' },
  temperature: 0.7,
}

const problems: readonly Problem[] = [
  {
    code: 'template.unknownVar',
    severity: 'error',
    path: 'config.prompt',
    message: 'unknown variable {question}; known: {request}, {name}',
    fix: {
      label: 'Replace with {request}',
      change: { path: 'config.prompt', value: 'Which kind of request is this? {request}' },
    },
  },
  { code: 'step.config', severity: 'error', path: 'config.routes[1].name', message: 'A route needs a name.' },
  { code: 'state.neverWritten', severity: 'warning', path: 'config.writes', message: 'Nothing reads this field.' },
]

/** A form with every kind of field. */
export function FormPage() {
  const [values, setValues] = useState(start)
  const [log, setLog] = useState<readonly string[]>([])
  const commit = (path: string, value: Json | undefined) => {
    setLog((lines) => [`${path} = ${JSON.stringify(value)}`, ...lines].slice(0, 6))
    // The gallery keeps top-level values only; the form's own draft shows the rest.
    if (!/[.[]/.test(path)) setValues((known) => ({ ...known, [path]: value }))
  }
  return (
    <aside className="flex flex-col gap-3">
      <h2 className="font-semibold text-ink-soft text-sm">Property form</h2>
      <div className="rounded-lg border border-line bg-surface p-4 shadow-sm">
        <SchemaForm
          fields={fields}
          values={values}
          problems={problems}
          stateFields={[
            { name: 'question', type: 'string' },
            { name: 'messages', type: 'messages' },
          ]}
          keys={['openai']}
          models={models}
          onCommit={commit}
          onFix={() => undefined}
        />
      </div>
      <pre className="overflow-hidden rounded-lg bg-sunken p-3 font-mono text-ink-faint text-xs">{log.join('\n')}</pre>
    </aside>
  )
}
