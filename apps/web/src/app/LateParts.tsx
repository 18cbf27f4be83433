import { Toaster } from '@petal/ui'
import { useEffect } from 'react'
import { useLateCommands } from '../commands/useLateCommands.ts'
import { describeEntry } from '../editor/describeEntry.ts'
import { useEditorInstance } from '../editor/EditorContext.tsx'
import { rememberPlaces } from '../focus/rememberPlaces.ts'
import { CommandPalette } from './CommandPalette.tsx'
import { keepFocus } from './keepFocus.ts'
import { loadFonts } from './loadFonts.ts'
import { RefusalToast } from './RefusalToast.tsx'
import { RemovalToast } from './RemovalToast.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { StudioDialogs } from './StudioDialogs.tsx'
import { UpdateOffer } from './UpdateOffer.tsx'
import { useRestorePoints } from './useRestorePoints.ts'
import { useRunAnnouncements } from './useRunAnnouncements.ts'
import { useTabSelects } from './useTabSelects.ts'

/** What nobody needs in the first moment; loaded behind the canvas. */
export function LateParts() {
  useLateCommands()
  useEffect(() => void loadFonts(), [])
  const { entryWords } = useEditorInstance()
  useEffect(() => entryWords.begin(describeEntry), [entryWords])
  useKeptFocus()
  useTabSelects()
  useEffect(() => rememberPlaces(document), [])
  useRestorePoints()
  useRunAnnouncements()
  return (
    <>
      <CommandPalette />
      <ShortcutSheet />
      <StudioDialogs />
      <RefusalToast />
      <RemovalToast />
      <UpdateOffer />
      <Toaster />
    </>
  )
}

function useKeptFocus(): void {
  useEffect(() => {
    const base = document.getElementById('root')
    return base === null ? undefined : keepFocus(document, base)
  }, [])
}
