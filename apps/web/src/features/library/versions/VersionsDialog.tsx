import { Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { VersionsBody } from './VersionsBody.tsx'
import type { VersionsProps } from './VersionsProps.ts'

interface VersionsDialogProps extends VersionsProps {
  readonly open: boolean
}

/** Earlier texts of an agent, and what has changed since. Restoring one is an edit like any other, and can be undone. */
export function VersionsDialog({ agent, open, onClose }: VersionsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t('Versions of {name}', { name: agent.name })}
      description={t('Kept before large changes and while you edit. Those with a name stay. Restoring can be undone.')}
      size="full"
      bodyClassName="flex flex-col overflow-hidden px-0 pb-0"
    >
      <VersionsBody agent={agent} onClose={onClose} />
    </Dialog>
  )
}
