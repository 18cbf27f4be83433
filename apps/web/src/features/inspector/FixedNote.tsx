import type { FixedOutput } from '@petal/core/model'
import { Button, Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { fixedName } from '../../editor/fixedName.ts'
import { fixOutput } from '../../editor/fixOutput.ts'
import { selectFixedOutput, selectFocus } from '../../editor/selectors.ts'

/** That runs take an output that was kept instead of running the step, what it is, and the way back. */
export function FixedNote({ stepId }: { readonly stepId: string }) {
  const output = useEditor((state) => selectFixedOutput(state, stepId))
  const agentId = useEditor(selectFocus)
  const editor = useEditorInstance()
  if (output === undefined) return null
  return (
    <div role="note" className="flex flex-col gap-1 border-line border-b bg-warn-soft px-4 py-3">
      <div className="flex flex-col items-start gap-2">
        <p className="text-pretty text-ink">
          {t('Fixed output: runs take it instead of running this step. It is kept in this browser, not in the file.')}{' '}
          {agentId === undefined ? null : t('That holds wherever this agent is called.')}
        </p>
        <Button size="sm" onClick={() => fixOutput(editor, fixedName(agentId, stepId), undefined)}>
          {t('Remove the fixed output')}
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
