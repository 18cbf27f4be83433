import { isJsonObject, type Json, type JsonObject, jsonSchemaToFields } from '@petal/core/model'
import { Button, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { SchemaForm } from '@petal/ui/schema-form'
import { Wrench } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { parsePath, setAtPath } from '../../../editor/setAtPath.ts'
import { TextWith } from '../../../look/TextWith.tsx'
import { ValueView } from '../ValueView.tsx'
import { AnswerFoot } from './AnswerFoot.tsx'
import type { QuestionProps } from './QuestionProps.ts'

/** A call of a tool that waits for approval: make it, make it with other arguments, or do not. */
export function ToolCard({ question: { question }, onAnswer }: QuestionProps) {
  const [mode, setMode] = useState<'ask' | 'edit' | 'reject'>('ask')
  const asked = isJsonObject(question) ? question : {}
  const args = isJsonObject(asked.args) ? asked.args : {}
  return (
    <>
      <p className="flex flex-wrap items-center gap-1.5 text-ink">
        <Wrench aria-hidden className="size-3.5 text-tool" />
        <span>
          <TextWith
            text={t('May it use {tool}?')}
            parts={{ tool: <span className="font-mono text-sm">{String(asked.tool)}</span> }}
          />
        </span>
      </p>
      {typeof asked.description === 'string' && asked.description !== '' ? (
        <p dir="auto" className="text-ink-soft text-sm">
          {asked.description}
        </p>
      ) : null}
      {typeof asked.problem === 'string' ? (
        <p role="alert" className="text-danger text-sm">
          {asked.problem}
        </p>
      ) : null}
      {mode === 'edit' ? (
        <EditArguments
          args={args}
          parameters={isJsonObject(asked.parameters) ? asked.parameters : {}}
          onCancel={() => setMode('ask')}
          onDone={(edited) => onAnswer({ decision: 'edit', args: edited })}
        />
      ) : (
        <ValueView value={args} />
      )}
      {mode === 'ask' ? (
        <AnswerFoot>
          <Button variant="primary" onClick={() => onAnswer({ decision: 'approve' })}>
            {t('Approve')}
          </Button>
          <Button onClick={() => setMode('edit')}>{t('Edit arguments')}</Button>
          <Button variant="ghost" onClick={() => setMode('reject')}>
            {t('Reject')}
          </Button>
        </AnswerFoot>
      ) : null}
      {mode === 'reject' ? (
        <RejectCall onCancel={() => setMode('ask')} onDone={(reason) => onAnswer({ decision: 'reject', reason })} />
      ) : null}
    </>
  )
}

interface EditArgumentsProps {
  readonly args: JsonObject
  readonly parameters: JsonObject
  onCancel(): void
  onDone(args: Json): void
}

/** The arguments as a form drawn from the tool's schema; those that it does not name are kept as they are. */
function EditArguments({ args, parameters, onCancel, onDone }: EditArgumentsProps) {
  const [draft, setDraft] = useState(args)
  return (
    <>
      <SchemaForm
        fields={jsonSchemaToFields(parameters)}
        values={draft}
        prefix=""
        onCommit={(path, value) =>
          // Set within an object, it stays one.
          setDraft((before) => setAtPath(before, parsePath(path), value) as JsonObject)
        }
      />
      <AnswerFoot>
        <Button variant="primary" onClick={() => onDone(draft)}>
          {t('Approve with these')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t('Back')}
        </Button>
      </AnswerFoot>
    </>
  )
}

interface RejectCallProps {
  onCancel(): void
  onDone(reason: string): void
}

function RejectCall({ onCancel, onDone }: RejectCallProps) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone(reason)
  }
  return (
    <form onSubmit={submit} className="contents">
      <AnswerFoot>
        <TextField
          autoFocus
          className="min-w-48 flex-1"
          aria-label={t('Why not')}
          placeholder={t('Why not? The model is told.')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" variant="primary">
          {t('Reject the call')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t('Back')}
        </Button>
      </AnswerFoot>
    </form>
  )
}
