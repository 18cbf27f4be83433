import { type Problem, parseAgentConfig } from '@petal/core/model'
import type { Library } from './Library.ts'
import { toRecordProblem } from './toRecordProblem.ts'

/** Which of these agents cannot be opened, and why: damaged, or written by a newer version. Nothing is changed. */
export async function findUnreadable(library: Library, ids: readonly string[]): Promise<ReadonlyMap<string, Problem>> {
  const found = new Map<string, Problem>()
  for (const id of ids) {
    const parsed = parseAgentConfig((await library.read(id))?.text ?? '')
    if (!parsed.ok) found.set(id, toRecordProblem(parsed.error.toProblem()))
  }
  return found
}
