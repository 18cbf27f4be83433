import { type AgentConfig, diffAgents, parseAgentConfig } from '@petal/core/model'
import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { ReactNode } from 'react'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import type { ChangedFile } from '../../files/FilesState.ts'
import { DifferenceList } from '../../look/difference/DifferenceList.tsx'
import { ShowOnCanvas } from '../../look/difference/ShowOnCanvas.tsx'
import { TextWith } from '../../look/TextWith.tsx'

interface FileChangedDialogProps {
  readonly change: ChangedFile
  onReload(): void
  onKeep(): void
  /** Undefined when nothing was changed here: then there is nothing to merge. */
  readonly onMerge: (() => void) | undefined
  /** Nothing is decided yet: it is asked again, at the latest before anything is written. */
  onLater(): void
}

/** Somebody else has changed the file of the open agent. Whichever is chosen, the other one is still there. */
export function FileChangedDialog({ change, onReload, onKeep, onMerge, onLater }: FileChangedDialogProps) {
  const parsed = parseAgentConfig(change.text)
  return (
    <Dialog
      open
      onOpenChange={onLater}
      title={t('{name} has changed', { name: change.name })}
      description={t('Another program has written to the file since it was last read or saved here.')}
      footer={
        <>
          <Button onClick={onKeep}>{t('Keep mine')}</Button>
          <Button variant={onMerge === undefined ? 'primary' : 'secondary'} disabled={!parsed.ok} onClick={onReload}>
            {t('Reload')}
          </Button>
          {onMerge === undefined ? null : (
            <Button variant="primary" disabled={!parsed.ok} onClick={onMerge}>
              {t('Merge')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {parsed.ok ? <Differences config={parsed.config} /> : <Unreadable>{parsed.error.wording.said}</Unreadable>}
        <p className="text-ink-soft">
          {onMerge === undefined
            ? null
            : t(
                'Merging keeps what was changed there and what was changed here, and asks where it cannot be both.',
              )}{' '}
          {t(
            'Reloading can be undone. Keeping yours puts the file’s version into the library before you save over it.',
          )}
        </p>
      </div>
    </Dialog>
  )
}

function Differences({ config }: { readonly config: AgentConfig }) {
  const current = useEditor((state) => toAgentConfig(selectFile(state)))
  return (
    <section aria-label={t('What reloading would change')} className="max-h-64 overflow-y-auto">
      <div className="flex flex-col items-start gap-3">
        <ShowOnCanvas title={t('What reloading would change')} before={current} after={config} />
        <DifferenceList differences={diffAgents(current, config)} />
      </div>
    </section>
  )
}

function Unreadable({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="rounded-md bg-warn-soft px-3 py-2 text-ink">
      <TextWith
        text={t('The file cannot be read as it is, so it cannot be reloaded: {reason}')}
        parts={{ reason: children }}
      />
    </p>
  )
}
