import { t } from '@petal/ui/language'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { RunStatusLine } from '../features/run-panel/RunStatusLine.tsx'
import { SheetHandle } from './SheetHandle.tsx'
import { SheetLine } from './SheetLine.tsx'
import { percentOf, type SheetHeight } from './sheetHeights.ts'

interface RunSheetProps {
  readonly height: SheetHeight
  readonly children: ReactNode
  onHeight(height: SheetHeight): void
  onClose(): void
}

/** The run panel of a narrow window, in one of three heights. As one line it says how the run stands. */
export function RunSheet({ height, children, onHeight, onClose }: RunSheetProps) {
  const [dragged, setDragged] = useState<number>()
  const isLine = height === 'line' && dragged === undefined
  return (
    <div
      data-sheet
      style={asHeight(isLine ? 'auto' : dragged === undefined ? `${percentOf(height)}%` : `${dragged}px`)}
      className="z-20 flex h-(--sheet) min-h-8 pointer-coarse:min-h-11 shrink-0 flex-col overflow-clip border-line border-t bg-surface in-data-writing:h-full"
    >
      <SheetLine
        title={t('Run')}
        handle={
          <SheetHandle label={t('Height of the run panel')} height={height} onDrag={setDragged} onChoose={onHeight} />
        }
        onClose={onClose}
      >
        {isLine ? <RunStatusLine /> : null}
      </SheetLine>
      <div className="min-h-0 flex-1" hidden={isLine}>
        {children}
      </div>
    </div>
  )
}

function asHeight(height: string): CSSProperties {
  // A name of our own, which React passes on and its types do not know.
  return { '--sheet': height } as CSSProperties
}
