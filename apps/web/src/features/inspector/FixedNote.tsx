import type { FixedOutput } from '@petal/core/model'
import { Button, Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { fixOutput } from '../../editor/fixOutput.ts'
import { selectIsFixed } from '../../editor/selectors.ts'

/** That runs take an output that was kept instead of running the step, what it is, and the way back. */
export function FixedNote({ stepId }: { readonly stepId: string }) {
  const output = useEditor((state) => (selectIsFixed(state, stepId) ? state.session.fixedOutputs[stepId] : undefined))
  const editor = useEditorInstance()
  if (output === undefined) return null
  return (
    <div role="note" className="flex flex-col gap-1 border-line border-b bg-warn-soft px-4 py-3">
      <div className="flex items-center gap-3">
        <p className="flex-1 text-pretty text-ink">
          {t('Fixed output: runs take it instead of running this step. It is kept in this browser, not in the file.')}
        </p>
        <Button size="sm" onClick={() => fixOutput(editor, stepId, undefined)}>
          {t('Run it again')}
        </Button>
      </div>
      <Disclosure title={t('The output')}>
        <pre className="whitespace-pre-wrap break-words rounded-md bg-surface p-2 text-ink text-sm">
          {describe(output)}
        </pre>
      </Disclosure>
    </div>
  )
}

function describe({ update, exit }: FixedOutput): string {
  const text = JSON.stringify(update, undefined, 2)
  return exit === undefined ? text : `${text}\n${t('Leaves by {exit}', { exit })}`
}
