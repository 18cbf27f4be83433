import {
  type FieldSpec,
  type HumanQuestion,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonSchemaToFields,
} from '@petal/core/model'
import { Button, Kbd } from '@petal/ui'
import { t } from '@petal/ui/language'
import { SchemaForm } from '@petal/ui/schema-form'
import { useMemo, useRef } from 'react'
import { parsePath, setAtPath } from '../../../editor/setAtPath.ts'
import { useAnswerDraft } from './AnswerDrafts.tsx'
import { AnswerFoot } from './AnswerFoot.tsx'
import type { QuestionProps } from './QuestionProps.ts'
import { submitOn } from './submitOn.ts'

interface FormAnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly asked: Extract<HumanQuestion, { readonly mode: 'form' }>
  readonly questionId: string
}

/** A form drawn from the question's JSON Schema. The run judges what is filled in, and says what does not fit. */
export function FormAnswer({ asked, questionId, onAnswer }: FormAnswerProps) {
  const fields = useMemo(() => jsonSchemaToFields(asked.schema), [asked.schema])
  const { given } = asked
  const initial = given !== undefined && isJsonObject(given) ? given : defaultsOf(fields)
  const [values, setValues] = useAnswerDraft<JsonObject>(questionId, initial)
  // The newest values, also when the same key press that commits the last field sends the form.
  const newest = useRef(values)
  const commit = (path: string, value: Json | undefined) => {
    const next = setAtPath(newest.current, parsePath(path), value)
    newest.current = next !== undefined && isJsonObject(next) ? next : {}
    setValues(newest.current)
  }
  const submit = () => onAnswer(newest.current as Json)
  return (
    <form
      aria-label={t('Your answer')}
      className="contents"
      onKeyDown={submitOn(submit)}
      onSubmit={(event) => event.preventDefault()}
    >
      <SchemaForm key={questionId} fields={fields} values={values} prefix="" onCommit={commit} />
      <AnswerFoot>
        <Button variant="primary" onClick={submit}>
          {t('Send')}
        </Button>
        <Kbd keys="Mod+Enter" className="pointer-coarse:hidden" />
      </AnswerFoot>
    </form>
  )
}

/** What the form shows before anything is filled in. */
function defaultsOf(fields: readonly FieldSpec[]): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.name, field.default]])),
  )
}
