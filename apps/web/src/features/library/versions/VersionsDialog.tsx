import { Dialog } from '@petal/ui'
import type { AgentSummary } from '../../../storage/LibrarySchema.ts'
import { VersionsBody } from './VersionsBody.tsx'

export interface VersionsDialogProps {
  readonly agent: Pick<AgentSummary, 'id' | 'name'>
  readonly open: boolean
  onClose(): void
}

/** Earlier texts of an agent, and what has changed since. Restoring one is an edit like any other, and can be undone. */
export function VersionsDialog({ agent, open, onClose }: VersionsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Versions of ${agent.name}`}
      description="Kept before large changes and while you edit. Those with a name stay. Restoring can be undone."
      size="full"
      bodyClassName="flex flex-col overflow-hidden px-0 pb-0"
    >
      <VersionsBody agent={agent} onClose={onClose} />
    </Dialog>
  )
}
