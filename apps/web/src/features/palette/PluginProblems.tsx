import { plural } from '@petal/ui/language'
import { TriangleAlert } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'

/** Which plugins beside the app could not be used, and why: said where their steps are missed. */
export function PluginProblems() {
  const problems = useEditor((state) => state.session.pluginProblems)
  if (problems.length === 0) return null
  return (
    <div role="status" className="mx-1 mt-2 flex gap-2 rounded-lg border border-warn-line bg-warn-soft p-2.5 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" />
      <div className="wrap-anywhere min-w-0 text-ink">
        <p className="font-medium">
          {plural(problems.length, 'A plugin could not be used', '{count} plugins could not be used')}
        </p>
        <ul className="mt-1 flex flex-col gap-1 text-ink-soft">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
