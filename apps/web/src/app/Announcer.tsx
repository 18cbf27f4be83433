import { useEditor } from '../editor/EditorContext.tsx'

/** Says to screen readers what happened on the canvas. The changing key makes the same sentence heard again. */
export function Announcer() {
  const { text, request } = useEditor((state) => state.session.announcement)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={request}>{text}</span>
    </div>
  )
}
