import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { withoutSecrets } from '../config/withoutSecrets.ts'
import { describeFields } from '../fields/describeFields.ts'
import type { FieldSpec } from '../fields/FieldSpec.ts'
import { titlesOnPath } from '../fields/titlesOnPath.ts'
import { createHandlerChain } from '../handlers/createHandlerChain.ts'
import type { ResolvedStep } from '../handlers/ResolvedStep.ts'
import type { StepConfigHandler } from '../handlers/StepConfigHandler.ts'
import { inEnglish } from '../language/inEnglish.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { effectiveReducer } from '../state/effectiveReducer.ts'
import type { StateField } from '../state/StateType.ts'
import { listToolUses } from '../tools/listToolUses.ts'
import { readTool } from '../tools/readTool.ts'
import { escapeMarkdown } from './escapeMarkdown.ts'
import { toMermaid } from './toMermaid.ts'

/**
 * An agent as a document to read: what it is for, its drawing, each step with its sentence and its texts, its state and
 * its tools; and the same for the agents within the file. Pure; the same agent gives the same text, in English whoever
 * writes it. Texts that look like keys are left out.
 */
export function toMarkdown(config: AgentConfig, registry: StepRegistry): string {
  return inEnglish(() => write(config, registry))
}

function write(config: AgentConfig, registry: StepRegistry): string {
  const chain = createHandlerChain(registry)
  const { name, agents = {}, ...own } = withoutSecrets(config)
  const inner = Object.entries(agents).flatMap(([id, agent]) => [
    `## Agent: ${escapeMarkdown(agent.name ?? id)}`,
    ...describeAgent(agent, { registry, chain, level: '###' }),
  ])
  const title = `# ${escapeMarkdown(name ?? 'Untitled agent')}`
  const blocks = [title, ...describeAgent({ name, ...own }, { registry, chain, level: '##' }), ...inner]
  return `${blocks.join('\n\n')}\n`
}

interface Writing {
  readonly registry: StepRegistry
  readonly chain: StepConfigHandler
  /** The signs of the headings in it. */
  readonly level: string
}

function describeAgent(config: AgentConfig, writing: Writing): readonly string[] {
  const { registry, level } = writing
  const { steps, stateType, tools = [], notes = [] } = config
  const fields = Object.entries(stateType.fields)
  const remarks = notes.flatMap(({ text }) => (typeof text === 'string' && text.trim() !== '' ? [quote(text)] : []))
  return [
    ...(config.description === undefined ? [] : [escapeMarkdown(config.description)]),
    ...(steps.length === 0 ? [] : [fence(toMermaid(config, registry), 'mermaid')]),
    ...section(
      `${level} Steps`,
      steps.flatMap((step, index) => describeStep(step, index, writing)),
    ),
    ...section(
      `${level} State`,
      fields.length === 0 ? [] : [table(['Field', 'Type', 'Use', 'Description'], fields.map(toRow))],
    ),
    ...section(`${level} Tools`, tools.length === 0 ? [] : [describeTools(config)]),
    ...section(`${level} Notes`, remarks),
  ]
}

function section(heading: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [heading, ...blocks]
}

function describeStep(step: StepConfig, index: number, { registry, chain, level }: Writing): readonly string[] {
  const definition = registry.describe(step.strategyType)
  const resolved = chain.resolve(step.strategyType, step.config)
  const name = step.nodeName || (definition && registry.getStrategy(step.strategyType).getNodeName(index)) || step.id
  const heading = `${level}# ${index + 1}. ${escapeMarkdown(name)}`
  if (definition === undefined || resolved === undefined) {
    return [heading, `Unknown step type: ${code(step.strategyType)}`]
  }
  const sentence = escapeMarkdown(summarise(resolved)).replaceAll(/\\\*(.+?)\\\*/g, '**$1**')
  const state = step.disabled === true ? ' · disabled: passes the state through' : ''
  return [
    heading,
    `*${escapeMarkdown(definition.title)}* · ${sentence}${state}`,
    ...listTexts(resolved).flatMap(({ title, text, language }) => [`${escapeMarkdown(title)}:`, fence(text, language)]),
  ]
}

/** A plugin's sentence may fail on settings that are half written. */
function summarise({ definition, config }: ResolvedStep): string {
  try {
    return definition.summarize(config)
  } catch {
    return definition.description
  }
}

/** A plugin's schema may be one that no form can be drawn of: its texts are named by their settings then. */
function fieldsOf({ definition }: ResolvedStep): readonly FieldSpec[] {
  try {
    return describeFields(definition.schema)
  } catch {
    return []
  }
}

interface StepText {
  readonly title: string
  readonly text: string
  readonly language: string
}

/** What a person has written for a step: its prompts, its rules, its code. */
function listTexts(step: ResolvedStep): readonly StepText[] {
  const { config, texts } = step
  const fields = fieldsOf(step)
  const codes = fields.flatMap(({ kind, name, title }): readonly StepText[] => {
    const text = config[name]
    return kind === 'code' && typeof text === 'string' ? [{ title, text, language: 'js' }] : []
  })
  const written = texts.map(({ path, text }): StepText => {
    const titles = titlesOnPath(fields, splitPath(path).slice(1))
    return { title: titles.join(' · '), text, language: 'text' }
  })
  return [...written, ...codes].filter(({ text }) => text.trim() !== '')
}

function splitPath(path: string): readonly (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part))
}

function toRow([name, field]: readonly [string, StateField]): readonly string[] {
  const { type, input, description = '' } = field
  const reducer = effectiveReducer(field)
  const uses = [...(input ? ['input'] : []), ...(reducer === 'replace' ? [] : [reducer])]
  return [code(name), type, uses.join(', '), escapeMarkdown(description)]
}

/** One line for each tool, with the server it asks. */
function describeTools(config: AgentConfig): string {
  const lines = listToolUses(config).map(({ name, host }, index) => {
    const { definition } = readTool(config.tools?.[index] ?? {})
    const kind = [definition?.title, host].filter((part) => part !== undefined).map(escapeMarkdown)
    const { description } = config.tools?.[index] ?? {}
    const words = typeof description === 'string' && description !== '' ? `: ${escapeMarkdown(description)}` : ''
    return `- ${code(name)}${kind.length === 0 ? '' : ` (${kind.join(', ')})`}${words}`
  })
  return lines.join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A block that no text in it can end early. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${text.replace(/\n+$/, '')}\n${ticks}`
}

function quote(text: string): string {
  return text.trim().replaceAll(/^/gm, '> ')
}

/** A name as code, whatever it is made of. */
function code(name: string): string {
  return `\`${name.replaceAll(/[`|\s]/g, ' ')}\``
}
