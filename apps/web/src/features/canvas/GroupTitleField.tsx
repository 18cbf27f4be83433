import { t } from '@petal/ui/language'
import { type KeyboardEvent, useRef } from 'react'
import { arranging } from '../../editor/arranging.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import type { Group } from '../../editor/groups.ts'
import { focusHome } from '../../focus/focusHome.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'

/** Renames a group in place: Enter or a click elsewhere takes the new name, Escape keeps the old one. */
export function GroupTitleField({ group }: { readonly group: Group }) {
  const editor = useEditorInstance()
  const ui = useCanvasUiStore()
  const isGivenUp = useRef(false)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The Enter that ends a composition belongs to it.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.stopPropagation()
    isGivenUp.current = event.key === 'Escape'
    event.currentTarget.blur()
    focusHome()
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it is opened to be written in
      autoFocus
      aria-label={t('Name of the group')}
      defaultValue={group.title}
      className="nodrag focus-ring min-w-0 flex-1 rounded-md border border-line bg-surface px-1 font-semibold text-ink"
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!isGivenUp.current) arranging(editor).renameGroup(group.id, event.currentTarget.value)
        ui.setState({ renamedGroup: undefined })
      }}
    />
  )
}
