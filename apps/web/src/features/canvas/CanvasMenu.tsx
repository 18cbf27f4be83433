import { Menu, type MenuEntry } from '@petal/ui'
import { useReactFlow } from '@xyflow/react'
import { useElementMenus } from '../../commands/useElementMenus.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { type MenuRequest, useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import type { CanvasNode } from './toFlow.ts'

/** The menu of a card, a wire or the canvas itself, at the pointer; `useMenuTarget` asks for it. */
export function CanvasMenu() {
  const request = useCanvasUi((state) => state.menu)
  return request ? <OpenMenu request={request} key={`${request.at.x} ${request.at.y}`} /> : null
}

function OpenMenu({ request }: { readonly request: MenuRequest }) {
  const ui = useCanvasUiStore()
  return (
    <Menu
      open
      onOpenChange={() => ui.setState({ menu: undefined })}
      entries={useEntries(request)}
      trigger={
        <span
          aria-hidden="true"
          className="pointer-events-none fixed size-0"
          style={{ left: request.at.x, top: request.at.y }}
        />
      }
    />
  )
}

function useEntries({ target }: MenuRequest): readonly MenuEntry[] {
  const menus = useElementMenus()
  const { getEdge } = useReactFlow<CanvasNode, CanvasEdge>()
  switch (target.kind) {
    case 'step':
      return menus.ofStep()
    case 'canvas':
      return menus.ofCanvas()
    case 'note':
      return menus.ofNote(target.noteId)
    case 'group':
      return menus.ofGroup(target.group)
    case 'edge':
      return menus.ofEdge(target.edgeId, getEdge(target.edgeId)?.data?.drawn.isEnding === true)
  }
}
