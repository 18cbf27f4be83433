import type { JsonObject } from '@petal/core/model'
import { Select } from '../../components/Select.tsx'
import { t } from '../../language/index.ts'
import type { FieldProps } from '../FieldProps.ts'
import { FieldShell } from '../FieldShell.tsx'
import { type SchemaFormProps, type StepTypeChoice, useFormState } from '../FormContext.ts'
import { useFieldBinding } from '../useFieldBinding.ts'
import { isObject } from '../withDefaults.ts'
import { readText } from './readText.ts'

/** A step within the settings of another: its type, and the form of that type's settings in place. */
export function StepField({ field, name }: FieldProps<'step'>) {
  const form = useFormState()
  const { binding } = useFieldBinding(field, name)
  const step = isObject(binding.value) ? binding.value : {}
  const type = readText(step.strategyType)
  const chosen = form.stepTypes.find(({ id }) => id === type)
  const choose = (id: string) => {
    const starter = form.stepTypes.find((choice) => choice.id === id)?.starter ?? {}
    binding.onChange({ strategyType: id, config: starter }, 'now')
  }
  // What is wrong with the choice itself; settings show their own problems.
  const places = [binding.path, `${binding.path}.strategyType`]
  const problems = form.problems.filter(({ path }) => path !== undefined && places.includes(path))
  const options = form.stepTypes.map(({ id, label, description }) => ({ value: id, label, description }))
  return (
    <>
      <FieldShell
        id={binding.aria.id}
        path={binding.path}
        title={field.title}
        description={chosen?.description ?? field.description}
        required={field.required}
        mixed={binding.mixed}
        problems={problems}
        onFix={form.onFix}
        onReset={undefined}
        default={undefined}
        layout="stacked"
      >
        <Select
          {...binding.aria}
          value={type}
          options={chosen === undefined && type !== '' ? [...options, { value: type, label: type }] : options}
          placeholder={t('Choose a type of step')}
          disabled={binding.disabled}
          onValueChange={choose}
        />
      </FieldShell>
      {chosen === undefined ? null : (
        <InnerForm
          key={type}
          type={chosen}
          path={`${binding.path}.config`}
          settings={isObject(step.config) ? step.config : {}}
          onCommit={(path, value, pace) =>
            form.commit(`${toCommitPath(binding.path, form.prefix)}.config.${path}`, value, pace)
          }
        />
      )}
    </>
  )
}

/** Paths of changes are relative to the form; those of problems begin with its prefix. */
function toCommitPath(path: string, prefix: string): string {
  return prefix === '' ? path : path.slice(prefix.length + 1)
}

interface InnerFormProps {
  readonly type: StepTypeChoice
  /** As problems name it. */
  readonly path: string
  readonly settings: JsonObject
  readonly onCommit: SchemaFormProps['onCommit']
}

/** A form of its own: what the inner type asks for has defaults, folds and lists as anywhere else. */
function InnerForm({ type, path, settings, onCommit }: InnerFormProps) {
  const form = useFormState()
  const { Form, slots, keys, models, onManageKeys, agents, onOpenAgent, onNewAgent, stepTypes, fieldsAt } = form
  return (
    <fieldset
      aria-label={t('Settings of {label}', { label: type.label })}
      className="min-w-0 border-line border-l-2 pl-3"
    >
      <Form
        {...{ slots, keys, models, onManageKeys, agents, onOpenAgent, onNewAgent, stepTypes, fieldsAt }}
        fields={type.fields}
        values={settings}
        stateFields={fieldsAt?.(path) ?? []}
        prefix={path}
        problems={form.problems}
        disabled={form.disabled}
        focus={form.focus}
        onCommit={onCommit}
        {...(form.onFix === undefined ? {} : { onFix: form.onFix })}
      />
    </fieldset>
  )
}
