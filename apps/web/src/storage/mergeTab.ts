import { parseAgentConfig } from '@petal/core/model'
import type { Library } from './Library.ts'
import { type MergeParts, mergeInto } from './mergeInto.ts'

/** A revision of an agent that this tab knows, with its text. */
export interface KnownRevision {
  readonly rev: number
  readonly text: string
}

/**
 * Merges what another tab has saved of an agent into what is on screen. Gives the revision that is merged; undefined when
 * both are to be kept as two agents: one cannot be read, or the person wants it so.
 *
 * @param agreed the text that both tabs began with
 */
export async function mergeTab(
  parts: MergeParts,
  library: Library,
  id: string,
  agreed: string,
): Promise<KnownRevision | undefined> {
  const found = await library.read(id)
  const [base, theirs] = [parseAgentConfig(agreed), parseAgentConfig(found?.text ?? '')]
  if (found === undefined || !base.ok || !theirs.ok) return undefined
  const done = await mergeInto(parts, { base: base.config, theirs: theirs.config, other: { kind: 'tab' } })
  return done === 'merge' ? { rev: found.summary.rev, text: found.text } : undefined
}
