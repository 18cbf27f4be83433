import { useMemo } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { TextQuery } from '../../editor/find/findInText.ts'
import { findHits, type TextHit } from '../../editor/find/listHits.ts'
import { listTextPlaces } from '../../editor/find/listTextPlaces.ts'
import { selectFileAgent } from '../../editor/selectors.ts'

/** What is found in the file as it is now. */
export function useHits(query: TextQuery): readonly TextHit[] {
  const { facts } = useEditorInstance()
  const file = useEditor(selectFileAgent)
  const places = useMemo(() => listTextPlaces(file, facts), [file, facts])
  return useMemo(() => findHits(places, query), [places, query])
}
