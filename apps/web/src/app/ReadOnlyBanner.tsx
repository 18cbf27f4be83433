import { Lock } from 'lucide-react'
import { useEditor } from '../editor/EditorContext.tsx'

/** Why the open agent can be looked at but not changed. */
export function ReadOnlyBanner() {
  const reason = useEditor((state) => state.session.readOnly)
  if (reason === undefined) return null
  return (
    <div role="status" className="flex shrink-0 items-start gap-2 border-warn-line border-b bg-warn-soft px-4 py-2">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <p className="min-w-0 break-words text-ink">{reason}</p>
    </div>
  )
}
