import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useState } from 'react'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import { DifferenceList } from '../../look/difference/DifferenceList.tsx'
import { ShowOnCanvas } from '../../look/difference/ShowOnCanvas.tsx'
import { AgentContents } from './AgentContents.tsx'
import { PreviewSection } from './PreviewSection.tsx'
import type { ImportPlan } from './planImport.ts'

interface AgainstOpenProps {
  readonly plan: Extract<ImportPlan, { readonly ok: true }>
}

/** What an agent would change in the open one; of one that has nothing to do with it, what it has, until it is compared. */
export function AgainstOpen({ plan }: AgainstOpenProps) {
  const [isCompared, setCompared] = useState(!plan.isAnother)
  return isCompared ? <Differences plan={plan} /> : <Another plan={plan} onCompare={() => setCompared(true)} />
}

function Another({ plan, onCompare }: AgainstOpenProps & { onCompare(): void }) {
  return (
    <PreviewSection title={t('A different agent from the open one')} wide>
      <div className="flex flex-col items-start gap-3">
        <AgentContents config={plan.config} />
        <Button size="sm" onClick={onCompare}>
          {t('Compare with the open agent')}
        </Button>
      </div>
    </PreviewSection>
  )
}

function Differences({ plan: { config, differences } }: AgainstOpenProps) {
  const current = useEditor((state) => toAgentConfig(selectFile(state)))
  return (
    <PreviewSection title={t('Against the open agent')} count={differences.length} wide>
      <div className="flex flex-col items-start gap-3">
        {differences.length === 0 ? null : (
          <ShowOnCanvas
            title={t('What {name} would change', { name: config.name ?? undefined })}
            before={current}
            after={config}
          />
        )}
        <DifferenceList differences={differences} />
      </div>
    </PreviewSection>
  )
}
