import type * as z from 'zod'
import type { AgentConfig, LLMConfig } from '../config/AgentConfig.ts'
import type { DocumentSearch } from '../documents/DocumentSearch.ts'
import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'
import type { State, StateFieldType, StateType } from '../state/StateType.ts'
import type { AgentReference, StepContext, StepFunction } from './StepContext.ts'
import type { StepResult } from './StepResult.ts'

/** A place where an edge can start or end. `id` is what edges name; `label` is what people read. */
export interface Port {
  readonly id: string
  readonly label: string
}

export interface StepPorts {
  readonly inputs: readonly Port[]
  readonly outputs: readonly Port[]
}

/** The ports of a step that says nothing about them: one in, one out. The language is known only when they are read. */
export const defaultPorts: StepPorts = {
  inputs: [
    {
      id: 'in',
      get label() {
        return t('In')
      },
    },
  ],
  outputs: [
    {
      id: 'out',
      get label() {
        return t('Out')
      },
    },
  ],
}

export type StepCategory = 'model' | 'logic' | 'data' | 'code' | 'tool' | 'human' | 'output' | 'other'

/** A template or an expression in a step's settings, so that it can be coloured, completed, renamed and checked. */
export interface TextReference {
  /** Path within the step: `config.promptTemplate`. */
  readonly path: string
  readonly text: string
  readonly language: 'template' | 'expression'
  /** Fields this step itself gives a value before it reads this text. */
  readonly provided?: readonly string[]
}

/** That a step talks to a model, and the model settings of its own, if it has any. */
export interface StepModel {
  readonly llmConfig?: Partial<LLMConfig>
}

/** A server that a step asks, beside its model's. */
export interface StepHost {
  /** Host and port; left out when it is known only while the step runs. */
  readonly host?: string
  /** What names the host then, as people read it: `{address}`. */
  readonly from?: string
  /** The saved key that is sent there. */
  readonly keyRef?: string
  /** Whether it asks without the key, too. */
  readonly needsKey?: 'required' | 'optional'
}

/** A field of an agent, and the setting that names it. */
export interface NamedField {
  readonly name: string
  /** Path within the step: `config.itemField`. */
  readonly path: string
}

/** An agent that a step calls, and how. Planning judges the agent with it. */
export interface AgentUse {
  readonly agent: AgentReference
  /** Where it is named, or given whole, within the step. */
  readonly path: string
  /** Fields of the agent that the step gives a value. */
  readonly gives?: readonly NamedField[]
  /** Fields of the agent that the step reads when it has run. */
  readonly takes?: readonly NamedField[]
  /**
   * For an agent given whole, whose steps stand in the settings of this one: where each stands, by its id. What is wrong
   * with it is shown there.
   */
  readonly places?: Readonly<Record<string, string>>
}

/** A call of an agent in which every field passes under its own name. */
export interface AgentCall {
  readonly agent: string
  /** The fields that go in; undefined: every input of the agent that the caller has. */
  readonly inputs: readonly string[] | undefined
  /** The fields that come out; undefined: every field that both have and that is no input of the agent. */
  readonly outputs: readonly string[] | undefined
  /** Whether both speak in one conversation. */
  readonly sharesConversation: boolean
}

/** A field that a call may pass by its name. */
export interface PassedField {
  readonly name: string
  /** The state of the agent that is called. */
  readonly inner: StateType
  /** The state of the agent that calls. */
  readonly outer: StateType
}

/** What a step's `validate` may look at beside its own settings. */
export interface ValidateContext {
  readonly stepId: string
  readonly agent: AgentConfig
}

/** Values only code can give, by the name of the setting. */
export type CodeSettings = Readonly<Record<string, unknown>>

/** What a step that is being added can begin with. */
export interface StepStart {
  /** A field that the step before it has written; undefined when there is none. */
  readonly written: string | undefined
  /** This name for a field of its own, or one like it where another step writes that. */
  freeField(name: string): string
}

/** One worked example of a step's settings. */
export interface StepExample {
  readonly title: string
  readonly config: Readonly<Record<string, Json>>
}

/**
 * A type of step, as one React-free description. `schema` is the single truth for the type, the defaults, the
 * validation, the JSON Schema and the property form.
 */
export interface StepDefinition<Config = unknown> {
  /** The `strategyType` in configurations: `^[a-z][a-z0-9-]*$`. */
  readonly name: string
  readonly version: number
  readonly title: string
  readonly description: string
  readonly category: StepCategory
  /** Name of a lucide icon, such as `message-square`. */
  readonly icon: string
  /** The plugin that a person loaded it with, as people read it: "Word tools 1.0.0". */
  readonly plugin?: string
  readonly schema: z.ZodType<Config>
  ports?(config: Config): StepPorts
  /** For a type with several exits: the one by which a step is left while it is disabled. Left out: it cannot be. */
  passBy?(config: Config): string | undefined
  /** State fields it reads, beside those its templates and expressions refer to. */
  reads?(config: Config): readonly string[]
  /**
   * Of those, the fields without whose value it cannot do its work, each with the type it needs: it fails where they have
   * none. Left out: it does without.
   */
  needs?(config: Config): Readonly<Record<string, StateFieldType>>
  /** State fields it writes; undefined when that cannot be known before it runs, so that any may be written. */
  writes?(config: Config): readonly string[] | undefined
  /** Of those it writes, the fields that it may leave as they were. */
  leavesOut?(config: Config): readonly string[]
  /** Where `writes` cannot say: the fields among which they are; undefined when not even that is known. */
  mayWrite?(config: Config): readonly string[] | undefined
  /** Its templates and expressions. */
  texts?(config: Config): readonly TextReference[]
  /** Whether it talks to a model, and with which settings of its own; the director adds `messages` to the state. */
  model?(config: Config): StepModel | undefined
  /** The agents it calls: by their ids in the file's `agents`, or whole. A bare id stands at `config.agent`. */
  agents?(config: Config): readonly (AgentReference | AgentUse)[]
  /** It calls each of its agents whenever it runs. Left out: it may do without. */
  readonly callsAlways?: true
  /**
   * For a type that does nothing but call one agent: writes the settings of such a call, and reads them. What passes by
   * its name needs no mapping, so that steps can be made an agent and put back.
   */
  readonly call?: {
    write(call: AgentCall): Readonly<Record<string, Json>>
    /** Undefined when something is computed or renamed on the way. */
    read(config: Config): AgentCall | undefined
    /** The settings to write so that a field that passes by its name goes on passing when one side renames it. */
    spell(config: Config, field: PassedField): Readonly<Record<string, Json>>
  }
  /** Names of the agent's tools it uses; undefined: it may use any. Left out: none. */
  tools?(config: Config): readonly string[] | undefined
  /** Servers it asks itself, so that a first run can ask before they are asked. */
  hosts?(config: Config): readonly StepHost[]
  /** The documents it searches and how, so that a search can be tried and its documents can go with an export. */
  search?(config: Config): DocumentSearch
  /** Problems beyond the schema. `stepId` and severity are filled in when left out. */
  validate?(config: Config, context: ValidateContext): readonly Problem[]
  /** One line for the card: "Ask *gpt-4o-mini* to write *summary*". Stars emphasise. */
  summarize(config: Config): string
  run?(state: State, context: StepContext<Config>): StepResult | Promise<StepResult>
  /** Makes the step function where `run` is not enough. `code` holds the `codeSettings` that were given. */
  createStep?(config: Config, code: CodeSettings): StepFunction | Promise<StepFunction>
  /**
   * Settings that only code can give (functions, clients, zod schemas). They are no part of `schema`, are never saved,
   * and reach `createStep` as its second argument.
   */
  readonly codeSettings?: readonly string[]
  /** Settings of an older version to those of the next one; called once per version. */
  migrate?(config: Readonly<Record<string, Json>>, fromVersion: number): Readonly<Record<string, Json>>
  readonly examples?: readonly StepExample[]
  /** Settings, beside the defaults, with which a step that was just added does something sensible. */
  starter?(start: StepStart): Readonly<Record<string, Json>>
}

/** Takes the settings only code can give out of those a schema can judge and a file can hold. */
export function splitCodeSettings(
  { codeSettings = [] }: Pick<StepDefinition, 'codeSettings'>,
  config: Readonly<Record<string, unknown>>,
): { readonly settings: Readonly<Record<string, unknown>>; readonly code: CodeSettings } {
  if (!codeSettings.some((name) => name in config)) return { settings: config, code: {} }
  const entries = Object.entries(config)
  return {
    settings: Object.fromEntries(entries.filter(([name]) => !codeSettings.includes(name))),
    code: Object.fromEntries(entries.filter(([name]) => codeSettings.includes(name))),
  }
}
