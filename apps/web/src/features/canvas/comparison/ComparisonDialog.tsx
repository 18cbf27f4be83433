import { Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { CommandProvider } from '../../../commands/CommandContext.tsx'
import { idleVerbs } from '../../../commands/idleVerbs.ts'
import { EditorProvider, useActions, useEditor } from '../../../editor/EditorContext.tsx'
import type { Comparison } from '../../../editor/EditorState.ts'
import { DifferenceList } from '../../../look/difference/DifferenceList.tsx'
import { Canvas } from '../Canvas.tsx'
import { ChangeMarks } from './ChangeMarks.tsx'
import { ComparisonBar } from './ComparisonBar.tsx'
import { useComparison } from './useComparison.ts'

/** Two agents as one picture, with marks at what differs. The agent's own canvas stays as it is below. */
export function ComparisonDialog() {
  const comparison = useEditor((state) => state.session.comparison)
  const { compare } = useActions()
  if (comparison === undefined) return null
  return (
    <Dialog
      open
      onOpenChange={() => compare(undefined)}
      title={comparison.title}
      size="window"
      bodyClassName="flex flex-col overflow-hidden px-0 pb-0"
    >
      <Comparing comparison={comparison} />
    </Dialog>
  )
}

function Comparing({ comparison }: { readonly comparison: Comparison }) {
  const { editor, changes, current, go, take } = useComparison(comparison)
  const [element, setElement] = useState<HTMLElement | null>(null)
  useOwnKeys()
  const change = changes[current]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F7') return
    event.preventDefault()
    go(event.shiftKey ? 'previous' : 'next')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the roles, and do what the keys do
    <div ref={setElement} className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <ComparisonBar changes={changes} current={current} go={go} />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <div className="relative min-h-0 min-w-0 flex-1" onContextMenuCapture={(event) => event.preventDefault()}>
          <EditorProvider editor={editor}>
            <CommandProvider {...idleVerbs} within={{ element, group: 'View' }}>
              <Canvas>
                <ChangeMarks changes={changes} current={change} onTake={take} />
              </Canvas>
            </CommandProvider>
          </EditorProvider>
        </div>
        <section
          aria-label={t('The change')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it scrolls only while it has the focus
          tabIndex={0}
          className="focus-ring w-96 shrink-0 overflow-y-auto border-line border-l bg-sunken p-4 max-md:h-56 max-md:w-full max-md:border-t max-md:border-l-0"
        >
          {change === undefined ? (
            <p className="text-ink-soft">{t('Click a mark, or go to the next change, to see what is different.')}</p>
          ) : (
            <DifferenceList differences={change.differences} />
          )}
        </section>
      </div>
    </div>
  )
}

/** Keys and the clipboard are for what is compared: the agent below, which listens at the window, hears nothing of them. */
function useOwnKeys(): void {
  useEffect(() => {
    const stop = (event: Event) => event.stopPropagation()
    document.addEventListener('keydown', stop)
    for (const type of clipboardEvents) window.addEventListener(type, stop, true)
    return () => {
      document.removeEventListener('keydown', stop)
      for (const type of clipboardEvents) window.removeEventListener(type, stop, true)
    }
  }, [])
}

const clipboardEvents = ['copy', 'cut', 'paste']
