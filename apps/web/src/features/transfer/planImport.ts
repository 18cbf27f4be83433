import { type AgentConfig, type Problem, parseAgentConfig, planAgent, type StepRegistry } from '@petal/core/model'
import { previewRequirements, type RequirementsPreview } from '../../runner/previewRequirements.ts'
import { compareAgents, type Difference } from './compareAgents.ts'

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
      /** What was mended or kept as it is while reading. */
      readonly remarks: readonly Problem[]
      /** What will be in the way of a run. */
      readonly problems: readonly Problem[]
      readonly requirements: RequirementsPreview
      /** Against the open agent: what "replace" would change. */
      readonly differences: readonly Difference[]
    }

/** Reads a source and weighs it against the open agent. */
export function planImport(source: ImportSource, current: AgentConfig, registry: StepRegistry): ImportPlan {
  const parsed = parseAgentConfig(source.content)
  if (!parsed.ok) return { ok: false, source, problem: parsed.error.toProblem(), problems: parsed.problems }
  const { config } = parsed
  return {
    ok: true,
    source,
    config: config.name === null ? { ...config, name: nameOfFile(source.name) } : config,
    remarks: parsed.problems,
    problems: planAgent(config, registry).problems,
    requirements: previewRequirements(config, registry),
    differences: compareAgents(current, config),
  }
}

/** A name for an agent that has none: that of its file. */
function nameOfFile(fileName: string): string {
  return fileName.replace(/(\.agent)?\.json$/i, '') || 'Imported agent'
}
