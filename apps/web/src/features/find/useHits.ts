import { useMemo } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { TextQuery } from '../../editor/find/findInText.ts'
import { listHits, type TextHit } from '../../editor/find/listHits.ts'
import { selectFileAgent } from '../../editor/selectors.ts'

/** What is found in the file as it is now. */
export function useHits(query: TextQuery): readonly TextHit[] {
  const { facts } = useEditorInstance()
  const file = useEditor(selectFileAgent)
  return useMemo(() => listHits(file, facts, query), [file, facts, query])
}
