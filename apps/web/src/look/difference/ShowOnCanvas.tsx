import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Workflow } from 'lucide-react'
import { useActions } from '../../editor/EditorContext.tsx'
import type { Comparison } from '../../editor/EditorState.ts'

/** Shows the differences of two agents where they are: on a canvas. */
export function ShowOnCanvas(comparison: Comparison) {
  const { compare } = useActions()
  return (
    <Button size="sm" icon={<Workflow />} onClick={() => compare(comparison)}>
      {t('Show on the canvas')}
    </Button>
  )
}
