import type { FieldSpec, Json, JsonObject, StepConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { type Pace, SchemaForm } from '@petal/ui/schema-form'
import { Layers } from 'lucide-react'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { listFields } from '../../editor/listFields.ts'
import { indexSteps, selectAgent } from '../../editor/selectors.ts'
import { StepIcon } from '../../look/StepIcon.tsx'
import { useFormParts } from './useFormParts.ts'
import { useGesture } from './useGesture.ts'

interface SeveralStepsProps {
  readonly stepIds: readonly string[]
}

/** Several steps in hand: those of one type are edited together. */
export function SeveralSteps({ stepIds }: SeveralStepsProps) {
  const { facts } = useEditorInstance()
  const index = useEditor((state) => indexSteps(selectAgent(state)))
  const steps = stepIds.flatMap((id) => index.get(id) ?? [])
  const [first] = steps
  if (first === undefined) return null
  const isOneType = steps.every(({ strategyType }) => strategyType === first.strategyType)
  const { definition, icon, category, typeTitle } = facts.of(first)
  return (
    <div data-history="document" className="flex flex-col">
      <header className="flex items-center gap-2.5 border-line border-b px-4 py-4">
        {isOneType ? (
          <StepIcon icon={icon} category={category} />
        ) : (
          <span className="inline-flex size-7 items-center justify-center rounded-lg bg-hover text-ink-soft [&_svg]:size-4">
            <Layers aria-hidden />
          </span>
        )}
        <div>
          <h2 className="font-semibold text-lg">{t('{count} steps', { count: steps.length })}</h2>
          <p className="text-ink-faint text-sm">{isOneType ? typeTitle : t('Of different types')}</p>
        </div>
      </header>
      {isOneType && definition !== undefined ? (
        <SharedForm steps={steps} fields={listFields(definition)} />
      ) : (
        <p className="px-4 py-4 text-ink-soft">
          {t(
            'Steps of one type can be edited together. These differ: move, copy, tidy or delete them, or select fewer.',
          )}
        </p>
      )}
    </div>
  )
}

interface SharedFormProps {
  readonly steps: readonly StepConfig[]
  readonly fields: readonly FieldSpec[]
}

/** The fields that make sense for several steps; a change goes to all of them, as one undo entry. */
function SharedForm({ steps, fields }: SharedFormProps) {
  const actions = useActions()
  const parts = useFormParts('step')
  const gesture = useGesture()
  const readOnly = useEditor((state) => state.session.readOnly !== undefined)
  const mixed = fields.filter((field) => !isShared(steps, field)).map(({ name }) => name)
  const shown = fields.filter((field) => !(mixed.includes(field.name) && holdsFields(field)))
  const commit = (path: string, value: Json | undefined, pace: Pace) => {
    const name = gesture(`props:${steps.map(({ id }) => id).join(' ')}:${path}`, pace)
    for (const { id } of steps) actions.setStepValue(id, `config.${path}`, value, name)
  }
  return (
    <div className="flex flex-col gap-4 px-4 py-4">
      <SchemaForm
        {...parts}
        fields={shown}
        values={sharedValues(steps, mixed)}
        mixed={mixed}
        disabled={readOnly}
        onCommit={commit}
      />
      {shown.length === fields.length ? null : (
        <p className="text-ink-soft">
          {t('Lists that differ are edited step by step: {map}.', {
            map: fields
              .filter((field) => !shown.includes(field))
              .map(titleOf)
              .join(', '),
          })}
        </p>
      )}
    </div>
  )
}

function titleOf({ title }: FieldSpec): string {
  return title
}

function isShared(steps: readonly StepConfig[], { name, default: standard }: FieldSpec): boolean {
  const texts = steps.map(({ config }) => JSON.stringify(Object.hasOwn(config, name) ? config[name] : standard))
  return new Set(texts).size === 1
}

/** Lists that differ cannot be shown as one. */
function holdsFields({ kind }: FieldSpec): boolean {
  return kind === 'list' || kind === 'group' || kind === 'record' || kind === 'textList'
}

function sharedValues([first]: readonly StepConfig[], mixed: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(first?.config ?? {}).filter(([name]) => !mixed.includes(name)))
}
