import { plural } from '@petal/ui/language'
import { KeyRound } from 'lucide-react'
import { describePlace } from '../../editor/describePlace.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import type { FoundSecret } from './findSecrets.ts'

/** Texts that look like keys, before the file leaves. It warns; it does not forbid. */
export function SecretWarning({ secrets }: { readonly secrets: readonly FoundSecret[] }) {
  const { focusField, setDialog } = useActions()
  const { facts } = useEditorInstance()
  const agent = useEditor(selectFileAgent)
  const nameOf = (secret: FoundSecret) => {
    const { owner, titles } = describePlace(secret, agent, facts)
    return [owner, ...titles].join(' · ')
  }
  return (
    <div role="alert" className="flex gap-2.5 rounded-lg border border-warn-line bg-warn-soft p-3">
      <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="min-w-0">
        <p className="font-medium text-ink">
          {plural(secrets.length, 'Something in it looks like a secret', '{count} texts in it look like secrets')}
        </p>
        <ul className="mt-1 flex flex-col gap-0.5">
          {secrets.map((secret) => (
            <li key={`${secret.stepId} ${secret.path} ${secret.kind}`}>
              <button
                type="button"
                className="focus-ring rounded-sm text-left text-accent hover:underline"
                onClick={() => {
                  setDialog(undefined)
                  focusField(secret.path, secret.stepId)
                }}
              >
                {nameOf(secret)}
              </button>{' '}
              <span className="text-ink-soft">({secret.kind})</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
