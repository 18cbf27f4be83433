import {
  type AgentConfig,
  type AgentDifference,
  diffAgents,
  type Problem,
  parseAgentConfig,
  planAgent,
  type StepRegistry,
} from '@petal/core/model'
import { t } from '@petal/ui/language'
import { layOutAgent } from '../../editor/layOutAgent.ts'
import { previewRequirements, type RequirementsPreview } from '../../runner/previewRequirements.ts'
import { readForView } from '../../storage/readForView.ts'

/** Something that may hold an agent: the bytes of a file, or pasted text. */
export interface ImportSource {
  /** The file's name, or what to call it. */
  readonly name: string
  readonly content: Uint8Array | string
}

/** What opening it would mean. Making the plan asks nobody and runs nothing. */
export type ImportPlan =
  | {
      readonly ok: false
      readonly source: ImportSource
      readonly problem: Problem
      readonly problems: readonly Problem[]
    }
  | {
      readonly ok: true
      readonly source: ImportSource
      readonly config: AgentConfig
      /** A newer version has made it: why it may be looked at only, and the text to keep as it is. */
      readonly view?: { readonly reason: string; readonly text: string }
      /** What was mended or kept as it is while reading. */
      readonly remarks: readonly Problem[]
      /** What will be in the way of a run. */
      readonly problems: readonly Problem[]
      readonly requirements: RequirementsPreview
      /** Against the open agent: what "replace" would change. */
      readonly differences: readonly AgentDifference[]
      /** It has nothing to do with the open agent: to compare them tells little. */
      readonly isAnother: boolean
    }

/** Reads a source and weighs it against the open agent. */
export function planImport(source: ImportSource, current: AgentConfig, registry: StepRegistry): ImportPlan {
  const parsed = parseAgentConfig(source.content)
  if (!parsed.ok) {
    const refusal = { source, problem: parsed.error.toProblem(), problems: parsed.problems }
    return planView(source, registry) ?? { ok: false, ...refusal }
  }
  const { config } = parsed
  return {
    ok: true,
    source,
    config: layOutAgent(withName(config, source), registry),
    remarks: parsed.problems,
    problems: planAgent(config, registry).problems,
    requirements: previewRequirements(config, registry),
    differences: diffAgents(current, config),
    isAnother: isAnother(current, config),
  }
}

/** A file of a newer version is shown as far as it is understood. It takes no one's place and cannot run. */
function planView(source: ImportSource, registry: StepRegistry): ImportPlan | undefined {
  const text = typeof source.content === 'string' ? source.content : toText(source.content)
  const viewed = readForView(text)
  if (viewed === undefined) return undefined
  return {
    ok: true,
    source,
    config: withName(viewed.config, source),
    view: { reason: viewed.reason, text },
    remarks: [],
    problems: [],
    requirements: previewRequirements(viewed.config, registry),
    differences: [],
    isAnother: true,
  }
}

/** Another name, and of the larger one at most every fourth step in common: chance alone makes some ids the same. */
function isAnother(current: AgentConfig, { name, steps }: AgentConfig): boolean {
  if (name === current.name) return false
  const types = new Map(current.steps.map(({ id, strategyType }) => [id, strategyType]))
  const shared = steps.filter(({ id, strategyType }) => types.get(id) === strategyType)
  return shared.length * 4 <= Math.max(steps.length, current.steps.length)
}

/** The bytes as text, with a byte order mark if they have one: what is kept must give the same bytes again. */
function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** An agent without a name is called like its file. */
function withName(config: AgentConfig, { name }: ImportSource): AgentConfig {
  if (config.name !== null) return config
  return { ...config, name: name.replace(/(\.agent)?\.json$|\.(svg|png)$/i, '') || t('Imported agent') }
}
