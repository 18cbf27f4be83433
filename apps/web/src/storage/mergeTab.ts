import { type AgentConfig, parseAgentConfig } from '@petal/core/model'
import type { Editor } from '../editor/createEditor.ts'
import type { KnownRevision } from './AgentSaver.ts'
import { createMergeParts } from './createMergeParts.ts'
import { mergeInto } from './mergeInto.ts'
import type { Workspace } from './Workspace.ts'
import type { TabMerge } from './WorkspaceParts.ts'

/**
 * Merges what another tab has saved of the open agent into what is on screen. Gives the revision that is merged; undefined
 * when both are to be kept as two agents: one cannot be read, or the person wants it so.
 */
export async function mergeTab(
  workspace: Workspace,
  editor: Editor,
  { id, agreed, quietly }: TabMerge,
): Promise<KnownRevision | undefined> {
  const found = await workspace.library.read(id)
  const [base, theirs] = [parseAgentConfig(agreed), parseAgentConfig(found?.text ?? '')]
  if (found === undefined || !base.ok || !theirs.ok) return undefined
  const parts = createMergeParts(workspace, editor)
  const apply = (label: string, merged: AgentConfig) => {
    // What the other tab took from outside is here now, too: before it runs the person is asked.
    if (found.summary.untrusted === true) void workspace.distrust()
    quietly(() => parts.apply(label, merged))
  }
  const task = { base: base.config, theirs: theirs.config, other: { kind: 'tab' } } as const
  const done = await mergeInto({ ...parts, apply }, task)
  return done === 'merge' ? { rev: found.summary.rev, text: found.text } : undefined
}
