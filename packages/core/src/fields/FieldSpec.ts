import type { Json } from '../json/Json.ts'

/** What every field of a property form has. */
export interface FieldBase {
  /** The key in its object. Never contains a dot. */
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly required: boolean
  readonly default?: Json
  /** Folded away until asked for. */
  readonly advanced: boolean
  readonly placeholder?: string
  /** Shown only while the sibling field has one of these values. */
  readonly visibleWhen?: { readonly field: string; readonly in: readonly Json[] }
}

export interface FieldOption {
  readonly value: string
  readonly label: string
}

/** A property form, described as data: one member per kind, each drawn by one renderer of `@petal/ui`. */
export type FieldSpec =
  | (FieldBase & { readonly kind: 'text' })
  | (FieldBase & { readonly kind: 'longText' })
  /** A prompt template with variables. */
  | (FieldBase & { readonly kind: 'prompt' })
  /** One line of the expression language. */
  | (FieldBase & { readonly kind: 'expression' })
  /** JavaScript for the sandbox. */
  | (FieldBase & { readonly kind: 'code' })
  | (FieldBase & { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly integer: boolean })
  | (FieldBase & { readonly kind: 'slider'; readonly min: number; readonly max: number; readonly step: number })
  | (FieldBase & { readonly kind: 'toggle' })
  | (FieldBase & { readonly kind: 'select'; readonly options: readonly FieldOption[] })
  /** The name of a state field; free text is allowed, and creates it. */
  | (FieldBase & { readonly kind: 'stateField' })
  /** The id of an agent of the file. */
  | (FieldBase & { readonly kind: 'agent' })
  /** The name of a field of an agent's state: of the agent that the form's field `agentFrom` names. */
  | (FieldBase & { readonly kind: 'agentField'; readonly agentFrom: string; readonly agentPart: AgentPart })
  /** A step of its own: its type, and the settings that this type asks for. */
  | (FieldBase & { readonly kind: 'step' })
  /** Provider, model and their settings: a partial `LLMConfig`. */
  | (FieldBase & { readonly kind: 'model' })
  /** The name of one of the agent's tools. */
  | (FieldBase & { readonly kind: 'toolName' })
  /** Names of the agent's tools. */
  | (FieldBase & { readonly kind: 'toolList' })
  /** The name of a saved key. */
  | (FieldBase & { readonly kind: 'key' })
  /** A list of objects, each with these fields. `itemTitle` names the field that titles an item. */
  | (FieldBase & { readonly kind: 'list'; readonly fields: readonly FieldSpec[]; readonly itemTitle?: string })
  /** A list of lines of text. */
  | (FieldBase & { readonly kind: 'textList' })
  /** Keys chosen by the person; `value` describes each value. */
  | (FieldBase & { readonly kind: 'record'; readonly value: FieldSpec })
  /** A nested object. */
  | (FieldBase & { readonly kind: 'group'; readonly fields: readonly FieldSpec[] })
  /** A list of documents: `DocumentReference`. */
  | (FieldBase & { readonly kind: 'documents' })
  /** Any JSON, checked against `schema` when there is one. With `plainText` a text may be written without its quotes. */
  | (FieldBase & {
      readonly kind: 'json'
      readonly schema?: { readonly [key: string]: Json }
      readonly plainText?: true
    })

/** Which fields of an agent can be chosen: what it is given, or all. */
export type AgentPart = 'inputs' | 'all'

export type FieldKind = FieldSpec['kind']
export type FieldOf<Kind extends FieldKind> = Extract<FieldSpec, { readonly kind: Kind }>

/**
 * What a zod schema's `.meta()` may say about the form, beside `title` and `description`:
 * `z.string().default('').meta({ title: 'Prompt', widget: 'prompt' })`.
 */
export interface FieldMeta {
  readonly title?: string
  readonly description?: string
  readonly widget?: FieldKind
  readonly advanced?: boolean
  readonly placeholder?: string
  readonly visibleWhen?: { readonly field: string; readonly in: readonly Json[] }
  /** Labels of the options of an enum, by value. */
  readonly labels?: Readonly<Record<string, string>>
  readonly itemTitle?: string
  /** Of an `agentField`: the field of the form that names the agent, such as `agent`. */
  readonly agentFrom?: string
  readonly agentPart?: AgentPart
  /** The step of a slider. */
  readonly step?: number
}
