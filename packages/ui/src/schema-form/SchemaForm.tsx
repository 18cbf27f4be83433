import type { Json, JsonObject, Problem } from '@petal/core/model'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type FieldValues, useForm } from 'react-hook-form'
import { AnyControl } from './AnyControl.tsx'
import { FieldList } from './FieldList.tsx'
import {
  type AgentChoice,
  type FocusTarget,
  FormContext,
  type FormState,
  type SchemaFormProps,
  type StateFieldChoice,
  type StepTypeChoice,
  type ToolChoice,
} from './FormContext.ts'
import { AnyField } from './fieldRenderers.tsx'
import { focusField } from './focusField.ts'
import { translateFields } from './translateFields.ts'
import { useBurst } from './useBurst.ts'
import { isList, isObject, sameJson, withDefaults } from './withDefaults.ts'

const noProblems: readonly Problem[] = []
const noNames: readonly string[] = []
const noFields: readonly StateFieldChoice[] = []
const noAgents: readonly AgentChoice[] = []
const noTypes: readonly StepTypeChoice[] = []
const noTools: readonly ToolChoice[] = []
const noSlots = {}

/**
 * A property form drawn from a description of its fields. The form is a local draft: it hands changes out through
 * `onCommit`, and takes values that changed elsewhere (undo) over what it shows. Give it a `key` per edited object.
 */
export function SchemaForm(props: SchemaFormProps) {
  const { prefix = 'config', disabled = false, problems = noProblems, mixed = noNames, focus } = props
  const root = useRef<HTMLDivElement>(null)
  const { form, burst } = useDraft(props)
  const fields = useMemo(() => translateFields(props.fields), [props.fields])
  useFocus(root, focus)

  const onFix = useFix(props.onFix)
  const commit = useCommit(props.onCommit)
  const { slots = noSlots, stateFields = noFields, keys = noNames, models, onManageKeys } = props
  const { agents = noAgents, onOpenAgent, onNewAgent } = props
  const { stepTypes = noTypes, fieldsAt } = props
  const { tools = noTools, onManageTools } = props
  const state = useMemo(
    (): FormState => ({
      slots,
      stateFields,
      agents,
      onOpenAgent,
      onNewAgent,
      stepTypes,
      fieldsAt,
      keys,
      models,
      onManageKeys,
      tools,
      onManageTools,
      problems,
      prefix,
      disabled,
      mixed,
      focus,
      onFix,
      control: form.control,
      change: burst.add,
      flush: burst.flush,
      commit,
      read: (name) => {
        const list: Json | undefined = form.getValues(name)
        return isList(list) ? list : []
      },
      Field: AnyField,
      Control: AnyControl,
      Form: SchemaForm,
    }),
    [
      slots,
      stateFields,
      agents,
      onOpenAgent,
      onNewAgent,
      stepTypes,
      fieldsAt,
      keys,
      models,
      onManageKeys,
      tools,
      onManageTools,
      problems,
      prefix,
      disabled,
      mixed,
      focus,
      onFix,
      form,
      burst,
      commit,
    ],
  )
  return (
    <FormContext value={state}>
      {/* What was typed is kept before a shortcut such as undo acts on the document. */}
      <div ref={root} onKeyDownCapture={(event) => (event.metaKey || event.ctrlKey) && burst.flush()}>
        <FieldList fields={fields} parent="" />
      </div>
    </FormContext>
  )
}

/** The draft, and the burst that hands its changes out. Values that did not come from here win over the draft. */
function useDraft({ fields, values, onCommit }: SchemaFormProps) {
  const shown = useMemo(() => withDefaults(fields, values), [fields, values])
  const form = useForm<FieldValues>({ defaultValues: { ...shown } })
  // What the document holds if all our changes reached it: anything else that arrives came from elsewhere.
  const sent = useRef<Json>(shown)
  const burst = useBurst((changes, pace) => {
    sent.current = withDefaults(fields, structuredClone(form.getValues()))
    for (const [path, value] of changes) {
      const list = defaultList(values, path)
      if (list === undefined) onCommit(path, value, pace)
      else onCommit(list, structuredClone(form.getValues(list)), pace)
    }
  })
  useLayoutEffect(() => {
    if (sameJson(shown, sent.current)) return
    burst.cancel()
    sent.current = shown
    form.reset({ ...shown })
  }, [shown, form, burst])
  return { form, burst }
}

/** The same function for as long as the form is there. */
function useCommit(onCommit: SchemaFormProps['onCommit']): SchemaFormProps['onCommit'] {
  const latest = useRef(onCommit)
  latest.current = onCommit
  return useCallback((path, value, pace) => latest.current(path, value, pace), [])
}

/** The same function for as long as fixes are offered, so that fields are not drawn anew for it. */
function useFix(onFix: SchemaFormProps['onFix']): ((problem: Problem) => void) | undefined {
  const latest = useRef(onFix)
  latest.current = onFix
  const call = useCallback((problem: Problem) => latest.current?.(problem), [])
  return onFix === undefined ? undefined : call
}

/**
 * The list that a path leads into, when that is shown by default only: such a list is kept as a whole, or a change of
 * its second item would be all there is of it.
 */
function defaultList(values: JsonObject, path: string): string | undefined {
  const [list = '', ...items] = path.split('[')
  if (items.length === 0) return undefined
  const kept = list.split('.').reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), values)
  return isList(kept) ? undefined : list
}

function useFocus(root: RefObject<HTMLElement | null>, focus: FocusTarget | undefined): void {
  const path = focus?.path
  const request = focus?.request
  useEffect(() => {
    if (path === undefined || request === undefined || root.current === null) return
    focusField(root.current, path)
  }, [root, path, request])
}
