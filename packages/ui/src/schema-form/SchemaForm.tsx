import type { FieldSpec, Json, JsonObject, Problem } from '@petal/core/model'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type FieldValues, FormProvider, useForm } from 'react-hook-form'
import { AnyControl } from './AnyControl.tsx'
import { type Burst, createBurst } from './createBurst.ts'
import { FieldList } from './FieldList.tsx'
import { type FocusTarget, FormContext, type FormState, type FormSurroundings } from './FormContext.ts'
import { AnyField } from './fieldRenderers.tsx'
import { focusField } from './focusField.ts'
import { sameJson, withDefaults } from './withDefaults.ts'

export interface SchemaFormProps extends Partial<FormSurroundings> {
  readonly fields: readonly FieldSpec[]
  /** The settings as they are saved; what they leave out shows its default. */
  readonly values: JsonObject
  /** Shown under the fields that their paths name. */
  readonly problems?: readonly Problem[]
  /** Stands before the paths of problems and of `focus`. Default `config`. */
  readonly prefix?: string
  readonly disabled?: boolean
  /** Names of fields whose values differ among the steps that are edited together. */
  readonly mixed?: readonly string[]
  /** A field that should take the focus and be scrolled to. */
  readonly focus?: FocusTarget | undefined
  /**
   * A change to keep: the path is relative to the settings (`routes[1].name`), `undefined` removes. Text comes in bursts
   * of typing, everything else at once.
   */
  onCommit(path: string, value: Json | undefined): void
  /** Applies a problem's fix. Without it no fixes are offered. */
  onFix?(problem: Problem): void
}

const noProblems: readonly Problem[] = []
const noNames: readonly string[] = []
const noSlots = {}

/**
 * A property form drawn from a description of its fields. The form is a local draft: it hands changes out through
 * `onCommit`, and takes values that changed elsewhere (undo) over what it shows. Give it a `key` per edited object.
 */
export function SchemaForm(props: SchemaFormProps) {
  const { fields, prefix = 'config', disabled = false, problems = noProblems, mixed = noNames, focus, onFix } = props
  const root = useRef<HTMLDivElement>(null)
  const { form, burst } = useDraft(props)
  useFocus(root, focus)

  const state: FormState = {
    slots: props.slots ?? noSlots,
    stateFields: props.stateFields ?? [],
    keys: props.keys ?? noNames,
    models: props.models,
    onManageKeys: props.onManageKeys,
    problems,
    prefix,
    disabled,
    mixed,
    focus,
    onFix,
    change: (path, value, when) => {
      burst.add(path, value)
      if (when === 'now') burst.flush()
    },
    flush: burst.flush,
    Field: AnyField,
    Control: AnyControl,
  }
  return (
    <FormProvider {...form}>
      <FormContext value={state}>
        {/* What was typed is kept before a shortcut such as undo acts on the document. */}
        <div ref={root} onKeyDownCapture={(event) => (event.metaKey || event.ctrlKey) && burst.flush()}>
          <FieldList fields={fields} parent="" />
        </div>
      </FormContext>
    </FormProvider>
  )
}

/** The draft, and the burst that hands its changes out. Values that did not come from here win over the draft. */
function useDraft({ fields, values, onCommit }: SchemaFormProps) {
  const shown = useMemo(() => withDefaults(fields, values), [fields, values])
  const form = useForm<FieldValues>({ defaultValues: { ...shown } })
  const latest = useRef({ onCommit, fields })
  latest.current = { onCommit, fields }
  // What the document holds if all our changes reached it: anything else that arrives came from elsewhere.
  const sent = useRef<Json>(shown)

  const burst: Burst = useMemo(
    () =>
      createBurst((changes) => {
        sent.current = withDefaults(latest.current.fields, structuredClone(form.getValues()))
        for (const [path, value] of changes) latest.current.onCommit(path, value)
      }),
    [form],
  )
  useLayoutEffect(() => {
    if (sameJson(shown, sent.current)) return
    burst.cancel()
    sent.current = shown
    form.reset({ ...shown })
  }, [shown, form, burst])
  useEffect(() => burst.flush, [burst])
  return { form, burst }
}

function useFocus(root: React.RefObject<HTMLElement | null>, focus: FocusTarget | undefined): void {
  const path = focus?.path
  const request = focus?.request
  useEffect(() => {
    if (path === undefined || request === undefined || root.current === null) return
    focusField(root.current, path)
  }, [root, path, request])
}
