import { effectiveReducer, type Json, removeField, type StateField, setField } from '@petal/core/model'
import { Badge, Disclosure, IconButton } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type FormSlots, type Pace, ProblemNote, SchemaForm } from '@petal/ui/schema-form'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { createGestures } from '../../editor/createGestures.ts'
import { useActions, useEditor, useEditorInstance, useProblems } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { selectFocus } from '../../editor/selectors.ts'
import { setAtPath } from '../../editor/setAtPath.ts'
import { useProblemFix } from '../../editor/useProblemFix.ts'
import { tellWithUndo } from '../../look/tellWithUndo.ts'
import { FieldName } from './FieldName.tsx'
import { fieldSettings } from './fieldSettings.ts'
import { refusal } from './refusal.ts'
import { UserChips } from './UserChips.tsx'
import type { FieldUses } from './useFieldUses.ts'

interface FieldCardProps {
  readonly name: string
  readonly field: StateField
  readonly uses: FieldUses | undefined
  readonly slots: FormSlots
  readonly disabled: boolean
}

/** One field of the state: a row that unfolds into its settings. */
export function FieldCard({ name, field, uses, slots, disabled }: FieldCardProps) {
  const editor = useEditorInstance()
  const fix = useProblemFix()
  const path = `stateType.fields.${name}`
  const focus = useEditor(({ session }) =>
    session.focusField?.path?.startsWith(path) === true ? session.focusField : undefined,
  )
  const inHand = useEditor(selectFocus)
  const problems = useProblems().filter(
    (problem) => problem.agentId === inHand && problem.path?.startsWith(path) === true,
  )
  return (
    <li className="group/card rounded-md border border-line bg-surface pr-1 pl-2 shadow-sm dark:bg-sunken">
      <Disclosure
        title={<FieldTitle name={name} field={field} />}
        dot={problems.length > 0 ? 'danger' : undefined}
        dotLabel={t('something here has a problem')}
        openRequest={focus?.request}
        trailing={
          <IconButton
            label={t('Delete {name}', { name })}
            size="sm"
            disabled={disabled}
            className="pointer-coarse:opacity-100 opacity-0 focus-visible:opacity-100 group-hover/card:opacity-100"
            onClick={() => {
              const entry = label(msg('Delete field {name}'), { name })
              if (editor.actions.edit(entry, (agent) => removeField(agent, name), 'record'))
                tellWithUndo(editor, t('Field {name} is deleted', { name }))
            }}
          >
            <Trash2 />
          </IconButton>
        }
      >
        <div className="flex flex-col gap-4 px-1 pt-1 pb-3">
          <FieldName name={name} disabled={disabled} />
          <FieldSettings name={name} field={field} slots={slots} disabled={disabled} />
          {problems.map((problem) => (
            <ProblemNote key={problem.message} problem={problem} onFix={fix && (() => fix(problem))} />
          ))}
          <div className="flex flex-col gap-1.5">
            <UserChips label={t('Read by')} users={uses?.readers ?? []} none={t('no step')} />
            <UserChips
              label={t('Written by')}
              users={uses?.writers ?? []}
              none={field.input === true ? t('the input only') : t('no step')}
            />
          </div>
        </div>
      </Disclosure>
    </li>
  )
}

function FieldTitle({ name, field }: { readonly name: string; readonly field: StateField }) {
  const reducer = effectiveReducer(field)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate font-mono text-ink text-sm">{name}</span>
      <span className="font-normal text-ink-faint">{field.type}</span>
      {reducer === 'replace' ? null : <Badge>{reducer}</Badge>}
      {field.input === true ? <Badge tone="accent">{t('input')}</Badge> : null}
    </span>
  )
}

function FieldSettings({ name, field, slots, disabled }: Omit<FieldCardProps, 'uses'>) {
  const actions = useActions()
  const [gesture] = useState(() => createGestures(() => performance.now()))
  const [fault, setFault] = useState<string>()
  const commit = (path: string, value: Json | undefined, pace: Pace) => {
    // A field is plain JSON; the operation checks what the form makes of it.
    const next = setAtPath({ ...field } as Json, [path], value) as unknown as StateField
    setFault(
      refusal(() =>
        actions.edit(msg('Edit field'), (agent) => setField(agent, name, next), {
          merge: gesture(`field:${name}:${path}`, pace),
        }),
      ),
    )
  }
  return (
    <>
      <SchemaForm
        slots={slots}
        fields={fieldSettings(field.type)}
        values={{ ...field }}
        prefix={`stateType.fields.${name}`}
        disabled={disabled}
        onCommit={commit}
      />
      {fault === undefined ? null : <ProblemNote problem={{ severity: 'error', message: fault }} />}
    </>
  )
}
