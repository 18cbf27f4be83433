import { createAgentConfig } from '../config/createAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import { describeFields } from '../fields/describeFields.ts'
import { stampVersion, VERSION_KEY, withoutVersion } from '../handlers/migrateSettings.ts'
import { resolveStep } from '../handlers/resolveStep.ts'
import type { Json } from '../json/Json.ts'
import { describeStrategy } from '../registry/describeStrategy.ts'
import { parseConfig } from '../step/parseConfig.ts'
import type { StepDefinition, StepExample } from '../step/StepDefinition.ts'
import type { StepPlugin } from '../step/StepPlugin.ts'
import { knownKeys } from '../step/schemaTree.ts'
import { checkAbort } from './checkAbort.ts'

/** One promise that every type of step keeps. */
export interface ContractCheck {
  readonly name: string
  /** Throws an error that says what is wrong. */
  check(): void | Promise<void>
}

/** Settings that an older version of a type wrote, to be migrated. */
export interface OlderSettings {
  readonly version: number
  readonly config: Readonly<Record<string, Json>>
}

/** What a step's settings are tried with: the defaults, then its examples. */
type Sample = StepExample

/** What every type of step promises to the forms, the planner, the files and the director. */
export function stepContract(step: StepPlugin, older: readonly OlderSettings[] = []): readonly ContractCheck[] {
  const definition = step.definition ?? describeStrategy(step.getName(), step.getStrategy(), step.getConfigSchema())
  const samples: readonly Sample[] = [{ title: 'the defaults', config: {} }, ...(definition.examples ?? [])]
  const each = (name: string, check: (sample: Sample) => void): ContractCheck => ({
    name,
    check: () => {
      for (const sample of samples) check(sample)
    },
  })
  return [
    { name: 'is called the same by its strategy', check: () => checkName(step, definition) },
    each('fills in defaults that stay the same when parsed again', (sample) => checkRoundTrip(definition, sample)),
    each('has ports with ids of their own', (sample) => checkPorts(definition, sample)),
    each('is summarised in one line', (sample) => checkSummary(definition, sample)),
    each('points at its own texts', (sample) => checkTexts(definition, sample)),
    { name: 'can be drawn as a form', check: () => checkForm(definition) },
    { name: 'gives examples that work', check: () => checkExamples(definition) },
    { name: 'begins with settings that it takes', check: () => checkStarter(definition) },
    { name: 'reads what older versions wrote', check: () => checkMigration(definition, older) },
    { name: 'hands the signal on, so that it can be stopped', check: () => checkAbort(step, definition, samples) },
  ]
}

function checkName(step: StepPlugin, definition: StepDefinition): void {
  expect(definition.name === step.getName(), `It is called '${step.getName()}', its definition '${definition.name}'.`)
  const names = [0, 1].map((index) => new (step.getStrategy())().getNodeName(index))
  expect(names[0] !== '' && names[0] !== names[1], 'getNodeName gives two steps the same name.')
}

function resolve(definition: StepDefinition, { config }: Sample) {
  return resolveStep(definition.name, definition, stampVersion(definition, config))
}

function parse(definition: StepDefinition, { title, config }: Sample): unknown {
  return parseConfig(definition.schema, config, title)
}

function checkRoundTrip(definition: StepDefinition, sample: Sample): void {
  const once = parse(definition, sample)
  const text = JSON.stringify(once)
  expect(text !== undefined, `${sample.title}: its settings are no JSON.`)
  const twice = JSON.stringify(definition.schema.parse(JSON.parse(text)))
  expect(twice === text, `${sample.title}: parsed again, ${text} becomes ${twice}.`)
}

function checkPorts(definition: StepDefinition, sample: Sample): void {
  const { ports, config } = resolve(definition, sample)
  const { inputs, outputs } = ports
  for (const ids of [inputs, outputs].map((ports) => ports.map(({ id }) => id))) {
    expect(new Set(ids).size === ids.length && !ids.includes(''), `${sample.title}: its ports are ${ids.join(', ')}.`)
  }
  const passed = definition.passBy?.(config)
  const isExit = passed === undefined || outputs.some(({ id }) => id === passed)
  expect(isExit, `${sample.title}: it has no exit ${passed} to be left by while it is disabled.`)
}

function checkSummary(definition: StepDefinition, sample: Sample): void {
  const summary = definition.summarize(parse(definition, sample))
  const stars = summary.split('*').length - 1
  const good = summary.trim() !== '' && !summary.includes('\n') && summary.length <= 160 && stars % 2 === 0
  expect(good, `${sample.title}: its summary is ${JSON.stringify(summary)}.`)
}

function checkTexts(definition: StepDefinition, sample: Sample): void {
  const { texts, config } = resolve(definition, sample)
  for (const { path, text } of texts) {
    const value = path
      .split(/[.[\]]+/)
      .filter((part) => part !== '')
      .slice(1)
      .reduce<unknown>(
        (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
        config,
      )
    expect(value === text, `${sample.title}: at ${path} stands ${JSON.stringify(value)}, not ${JSON.stringify(text)}.`)
  }
}

function checkForm({ schema }: StepDefinition): void {
  const fields = describeFields(schema).map(({ name }) => name)
  const missing = (knownKeys(schema) ?? []).filter((key) => !fields.includes(key))
  expect(missing.length === 0, `The form has no field for ${missing.join(', ')}.`)
}

function checkExamples(definition: StepDefinition): void {
  for (const sample of definition.examples ?? []) {
    const { problems, config } = resolve(definition, sample)
    const context = { stepId: 'example', agent: createAgentConfig() }
    const found = [
      ...problems,
      ...(definition.validate?.(definition.schema.parse(withoutVersion(config)), context) ?? []),
    ]
    expect(found.length === 0, `${sample.title}: ${listMessages(found)}`)
  }
}

function checkStarter(definition: StepDefinition): void {
  for (const written of [undefined, 'answer']) {
    const config = definition.starter?.({ written, freeField: (name) => name }) ?? {}
    const { problems } = resolve(definition, { title: 'The start', config })
    const errors = problems.filter(({ severity }) => severity === 'error')
    const asked = definition.starter === undefined ? [] : errors
    expect(asked.length === 0, `What it begins with: ${listMessages(asked)}`)
  }
}

function checkMigration(definition: StepDefinition, older: readonly OlderSettings[]): void {
  const versions = new Set(older.map(({ version }) => version))
  for (let version = 1; version < definition.version; version += 1) {
    expect(versions.has(version), `Give settings that version ${version} wrote, to see that they are read.`)
  }
  for (const { version, config } of older) {
    const { problems } = resolveStep(definition.name, definition, { [VERSION_KEY]: version, ...config })
    expect(problems.length === 0, `Version ${version}: ${listMessages(problems)}`)
  }
}

function listMessages(problems: readonly Problem[]): string {
  return problems.map(({ path, message }) => `${path ?? ''} ${message}`.trim()).join(' ')
}

function expect(holds: boolean, message: string): void {
  if (!holds) throw new AgentError('build.plugin', message)
}
