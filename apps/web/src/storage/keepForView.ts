import type { Problem } from '@petal/core/model'
import type { AgentDraft } from './Library.ts'
import { toStorageError } from './toStorageError.ts'
import type { Workspace } from './Workspace.ts'

/** Stores the text of a newer version as it is, and opens it to be looked at. Gives the problem when it cannot. */
export async function keepForView(workspace: Workspace, draft: AgentDraft): Promise<Problem | undefined> {
  try {
    const { id } = await workspace.library.create(draft, { untrusted: true })
    workspace.listChanged()
    return await workspace.open(id)
  } catch (fault) {
    return toStorageError(fault).toProblem()
  }
}
