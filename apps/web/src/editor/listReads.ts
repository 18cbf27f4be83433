import { listReferences } from '@petal/core/model'
import type { StepFacts } from './createStepFacts.ts'

/** The state fields a step reads: those its type names, and those its templates and expressions refer to. */
export function listReads({ reads, texts }: Pick<StepFacts, 'reads' | 'texts'>): readonly string[] {
  const referred = texts.flatMap(({ text, language }) => listReferences(text, language).map(({ name }) => name))
  return [...new Set([...reads, ...referred])]
}
