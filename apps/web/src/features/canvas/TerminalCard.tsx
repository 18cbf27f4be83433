import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Handle, type HandleProps, type NodeProps, Position, useStore } from '@xyflow/react'
import { Flag, Play } from 'lucide-react'
import { memo } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import type { EditorState } from '../../editor/EditorState.ts'
import { selectAgent } from '../../editor/selectors.ts'
import { anyExit, inputHandle, refusingHandle } from './cardGeometry.ts'
import { selectReadable } from './readableZoom.ts'
import type { CardNode } from './toFlow.ts'

/** As large as the names of steps from far away. */
const farName = 'w-full text-center font-semibold text-[30px] leading-none'
const face = 'flex h-full w-full items-center gap-2 rounded-full border border-line bg-surface px-3 shadow-sm'

/** Where every run begins, with the names of what comes in. */
export const StartCard = memo(function StartCard({ selected }: NodeProps<CardNode>) {
  const inputs = useEditor(selectInputNames)
  const readable = useStore(selectReadable)
  return (
    <div className={cn(face, selected && 'border-accent')}>
      {readable ? (
        <>
          <Play aria-hidden className="size-3.5 shrink-0 fill-current text-accent" />
          <div className="min-w-0">
            <div className="petal-card-name font-semibold text-ink leading-4">{t('Start')}</div>
            {inputs === '' ? null : (
              <div className="petal-card-detail truncate text-ink-faint text-xs leading-3.5">{inputs}</div>
            )}
          </div>
        </>
      ) : (
        <div className={`${farName} text-ink`}>{t('Start')}</div>
      )}
      <Handle
        type="source"
        id={anyExit}
        position={Position.Right}
        className="petal-handle petal-handle-out"
        role="img"
        aria-label={t('Connect from the start')}
      />
      <RefusingHandle type="target" position={Position.Left} />
    </div>
  )
})

/** Where branches end. */
export const EndCard = memo(function EndCard({ selected }: NodeProps<CardNode>) {
  const readable = useStore(selectReadable)
  return (
    <div className={cn(face, selected && 'border-accent')}>
      <Handle type="target" id={inputHandle} position={Position.Left} className="petal-handle petal-handle-in" />
      {readable ? (
        <>
          <Flag aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          <div className="petal-card-name font-semibold text-ink-soft">{t('End')}</div>
        </>
      ) : (
        <div className={`${farName} text-ink-soft`}>{t('End')}</div>
      )}
      <RefusingHandle type="source" position={Position.Right} />
    </div>
  )
})

/** Nothing leads into the start or follows the end: while a wire is in the hand the whole card says so. */
function RefusingHandle({ type, position }: Pick<HandleProps, 'type' | 'position'>) {
  return (
    <Handle
      type={type}
      id={refusingHandle}
      position={position}
      isConnectableStart={false}
      aria-hidden
      className={`petal-refusing petal-refusing-${type}`}
    />
  )
}

function selectInputNames(state: EditorState): string {
  const { fields } = selectAgent(state).stateType
  return Object.keys(fields)
    .filter((name) => fields[name]?.input)
    .join(', ')
}
