import type { $ZodIssue } from 'zod/v4/core'
import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import { defaultPorts, type StepDefinition } from '../step/StepDefinition.ts'
import type { ResolvedStep } from './ResolvedStep.ts'

type Settings = Readonly<Record<string, unknown>>

/** Fills defaults, migrates and validates a step's settings. Pure; never throws for bad settings. */
export function resolveStep(type: string, definition: StepDefinition, config: Settings): ResolvedStep {
  const result = definition.schema.safeParse(config)
  const problems = result.success ? [] : result.error.issues.map(toProblem)
  const settings = result.success ? result.data : definition.schema.parse({})
  return {
    type,
    definition,
    config: settings as Readonly<Record<string, Json>>,
    problems,
    ports: definition.ports?.(settings) ?? defaultPorts,
    reads: definition.reads?.(settings) ?? [],
    writes: definition.writes?.(settings) ?? [],
    texts: definition.texts?.(settings) ?? [],
    model: definition.model?.(settings),
  }
}

function toProblem(issue: $ZodIssue): Problem {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return { code: 'step.config', severity: 'error', path: `config${path}`, message: issue.message }
}
