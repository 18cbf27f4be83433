import type { FieldKind, FieldOf, FieldSpec, Json, JsonObject, LLMConfig, Problem } from '@petal/core/model'
import { type ComponentType, createContext, useContext } from 'react'
import type { Control } from 'react-hook-form'
import type { ControlAria } from '../components/control.ts'
import type { Pace } from './createBurst.ts'
import type { FieldProps } from './FieldProps.ts'

/** What a control shows and where its changes go. It knows nothing of the form around it. */
export interface ControlBinding {
  /** Undefined: nothing is set, and there is no default. */
  readonly value: Json | undefined
  /** True while the value differs among the steps that are edited together; it is then undefined. */
  readonly mixed: boolean
  /** `burst`: handed on when the typing pauses. `now`: at once. `undefined` removes the setting. */
  onChange(value: Json | undefined, pace: Pace): void
  /** Ends the burst. */
  onBlur(): void
  readonly disabled: boolean
  readonly placeholder: string | undefined
  /** The field's place in the step, as problems name it: `config.routes[1].name`. */
  readonly path: string
  /** The words of the label, for controls that a `<label for>` cannot reach. */
  readonly label: string
  /** Ties the control to its label, help and error. `id` is what the label points at. */
  readonly aria: ControlAria & { readonly id: string }
  /** What is wrong with this field. */
  readonly problems: readonly Problem[]
  /** Applies a problem's fix. Undefined where no fixes are offered. */
  readonly onFix: ((problem: Problem) => void) | undefined
}

export interface ControlProps<Kind extends FieldKind> {
  readonly field: FieldOf<Kind>
  readonly binding: ControlBinding
}

/** Kinds that an app may draw with a better control than the plain one. */
export type SlotKind = 'prompt' | 'expression' | 'code' | 'json' | 'longText' | 'documents'
export type FormSlots = { readonly [Kind in SlotKind]?: ComponentType<ControlProps<Kind>> }

/** A state field that can be chosen. */
export interface StateFieldChoice {
  readonly name: string
  readonly type: string
  readonly description?: string
}

/** An agent of the file that can be chosen, with the fields of its state. */
export interface AgentChoice {
  readonly id: string
  readonly label: string
  readonly fields: readonly (StateFieldChoice & { readonly isInput: boolean })[]
}

/** A type of step that can be chosen for a step within the settings of another. */
export interface StepTypeChoice {
  readonly id: string
  readonly label: string
  readonly description: string
  /** The form of its settings. */
  readonly fields: readonly FieldSpec[]
  /** The settings it begins with. */
  readonly starter: JsonObject
}

/** A tool of the agent that can be chosen. */
export interface ToolChoice {
  readonly name: string
  readonly description?: string
}

/** A provider that can be chosen, with the models it is known to offer. */
export interface ProviderChoice {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly models: readonly { readonly id: string; readonly label: string }[]
  readonly defaultModel: string
  readonly baseUrl?: string
  readonly baseUrlEditable: boolean
  readonly keyRef?: string
  readonly needsKey: 'required' | 'optional' | 'none'
  readonly notes?: readonly string[]
}

/** What the model picker offers. */
export interface ModelChoices {
  readonly providers: readonly ProviderChoice[]
  /** The settings that apply while the field sets none. */
  readonly inherited: LLMConfig
  /** Where the inherited settings come from: `the agent`. */
  readonly inheritedFrom: string
  /** What an app tells of a chosen model, under its name. */
  readonly Note?: ComponentType<{ readonly provider: string; readonly model: string }>
}

/** What the form knows from its app beside the fields themselves. */
export interface FormSurroundings {
  readonly slots: FormSlots
  readonly stateFields: readonly StateFieldChoice[]
  readonly agents: readonly AgentChoice[]
  /** Shows an agent of the file. */
  readonly onOpenAgent: ((agentId: string) => void) | undefined
  /** Makes an agent and puts its id into the setting at this path, as one change. */
  readonly onNewAgent: ((path: string) => void) | undefined
  readonly stepTypes: readonly StepTypeChoice[]
  /** The state fields that a step within the settings can name; `path` is where its settings stand. */
  readonly fieldsAt: ((path: string) => readonly StateFieldChoice[]) | undefined
  /** The agent's tools. */
  readonly tools: readonly ToolChoice[]
  /** Opens the place where the agent's tools are made. */
  readonly onManageTools: (() => void) | undefined
  /** Names of the saved keys. */
  readonly keys: readonly string[]
  readonly models: ModelChoices | undefined
  /** Opens the place where keys are kept; the argument is the key's name. */
  readonly onManageKeys: ((keyRef: string) => void) | undefined
}

export interface FocusTarget {
  /** As problems name it: `config.routes[1].name`. */
  readonly path: string
  /** Counts up, so that asking for the same field again is noticed. */
  readonly request: number
}

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
  onCommit(path: string, value: Json | undefined, pace: Pace): void
  /** Applies a problem's fix. Without it no fixes are offered. */
  onFix?(problem: Problem): void
}

export interface FormState extends FormSurroundings {
  /** The draft. It comes by this context and not by react-hook-form's own, which changes with every key. */
  readonly control: Control
  readonly problems: readonly Problem[]
  /** Stands before every path: `config`. */
  readonly prefix: string
  readonly disabled: boolean
  /** Names of top-level fields whose value differs among several steps. */
  readonly mixed: readonly string[]
  readonly focus: FocusTarget | undefined
  onFix: ((problem: Problem) => void) | undefined
  /** Takes a change of the draft; `path` is relative to the form. */
  change(path: string, value: Json | undefined, pace: Pace): void
  flush(): void
  /** Hands a change out at once, past the draft: for forms within the form, which have drafts of their own. */
  commit(path: string, value: Json | undefined, pace: Pace): void
  /** The items of a list as they stand in the draft, by react-hook-form's name. */
  read(name: string): readonly Json[]
  /**
   * Draws a field of any kind, and a control of any kind. They come by context because fields that hold fields cannot
   * import the map of renderers that imports them.
   */
  readonly Field: ComponentType<FieldProps<FieldKind>>
  readonly Control: ComponentType<{ readonly field: FieldSpec; readonly binding: ControlBinding }>
  /** Draws a form within the form. */
  readonly Form: ComponentType<SchemaFormProps>
}

export const FormContext = createContext<FormState | undefined>(undefined)

/** The form around a field. */
export function useFormState(): FormState {
  const state = useContext(FormContext)
  if (state === undefined) throw new Error('A field was drawn outside a SchemaForm: put it inside one.')
  return state
}
