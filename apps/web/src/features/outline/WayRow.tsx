import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CornerDownRight, Link2, Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useEditor, useEditorInstance, useReadOnly } from '../../editor/EditorContext.tsx'
import { indexSteps, selectAgent } from '../../editor/selectors.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { MenuButton } from './MenuButton.tsx'
import { useOutlineHand } from './OutlineHand.ts'
import type { OutlineRow, OutlineWay } from './OutlineRow.ts'
import { RowButton } from './RowButton.tsx'
import { RowFrame } from './RowFrame.tsx'
import { loopWords, wayWords } from './rowWords.ts'
import { useRowVerbs } from './useRowVerbs.ts'

const LoopLimit = lazyPart(async () => (await import('../../look/LoopLimit.tsx')).LoopLimit)

/** A way on from a step: where it leads, to be led elsewhere, and to put a step into. */
export function WayRow({ row }: { readonly row: Extract<OutlineRow, { kind: 'way' }> }) {
  const { way } = row
  const isEditable = useReadOnly() === undefined
  const verbs = useRowVerbs(useOutlineHand())
  const nameOf = useStepName()
  const owner = way.edge.from === 'START' ? t('Start') : nameOf(way.edge.from)
  const words = wayWords(way, nameOf)
  const limit = useEditor((state) => selectAgent(state).graphConfig.recursionLimit)
  const isEnd = way.kind === 'open' || way.edge.to === 'END'
  return (
    <RowFrame
      row={row}
      label={`${words}${way.kind === 'loop' ? `, ${loopWords(way, limit)}` : ''}. ${t('From {owner}', { owner })}`}
      actions={
        isEditable ? (
          <>
            <RowButton
              label={`${isEnd ? t('Connect') : t('Lead elsewhere')}: ${owner}, ${way.label}`}
              onClick={() => verbs.leadOn(way)}
            >
              <Link2 />
            </RowButton>
            <RowButton
              label={t('Insert a step: {owner}, {words}', { owner, words })}
              onClick={() => verbs.insertStep(way)}
            >
              <Plus />
            </RowButton>
            <MenuButton row={row} name={`${owner}, ${way.label}`} />
          </>
        ) : undefined
      }
    >
      <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      <div className="flex min-w-0 flex-col items-start">
        <span
          className={cn(
            'max-w-full truncate',
            isEnd ? 'text-ink-faint' : 'text-ink-soft',
            way.kind === 'broken' && 'text-danger',
          )}
        >
          {words}
        </span>
        {way.kind === 'loop' ? <LoopLabel way={way} words={loopWords(way, limit)} /> : null}
      </div>
    </RowFrame>
  )
}

function LoopLabel({ way, words }: { readonly way: OutlineWay; readonly words: string }) {
  const [open, setOpen] = useState<boolean>()
  const button = (
    <button
      type="button"
      tabIndex={-1}
      title={t('Change the limit')}
      className="focus-ring min-h-6 rounded-full border border-logic/30 bg-surface px-2 text-left text-logic text-xs leading-tight hover:border-logic pointer-coarse:min-h-9"
      {...(open === undefined ? { onClick: () => setOpen(true) } : {})}
    >
      {words}
    </button>
  )
  if (open === undefined) return button
  return (
    <Suspense fallback={button}>
      <LoopLimit edge={way.edge} trigger={button} open={open} onOpenChange={setOpen} />
    </Suspense>
  )
}

function useStepName(): (stepId: string) => string {
  const { facts } = useEditorInstance()
  const steps = useEditor((state) => indexSteps(selectAgent(state)))
  return (stepId) => {
    const step = steps.get(stepId)
    return step ? (step.nodeName ?? facts.of(step).typeTitle) : stepId
  }
}
