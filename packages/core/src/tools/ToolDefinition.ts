import type * as z from 'zod'
import type { AgentConfig } from '../config/AgentConfig.ts'
import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import type { KeySource } from '../models/ChatModel.ts'
import type { ToolCall } from '../models/Message.ts'
import type { Sandbox } from '../sandbox/Sandbox.ts'
import type { State } from '../state/StateType.ts'
import type { LogLevel } from '../step/StepContext.ts'
import type { TextReference } from '../step/StepDefinition.ts'
import type { Update } from '../step/StepResult.ts'
import type { ToolBase } from './toolShape.ts'

/** Something that is opened once in a run, and closed at its end. */
export interface Closable {
  close(): Promise<void>
}

/** What a running tool may touch. */
export interface ToolContext {
  readonly signal: AbortSignal
  readonly fetch: typeof fetch
  readonly sandbox: Sandbox
  readonly keys: KeySource
  log(level: LogLevel, message: string): void
  /** Runs another agent of the file; its steps are told as part of this run. */
  runAgent(agent: string, input: Update): Promise<State>
  /** The open thing of this key: opened by the first call of the run that asks for it, closed when the run ends. */
  share<Shared extends Closable>(key: string, open: () => Promise<Shared>): Promise<Shared>
}

/** What a tool reaches, found by reading its settings. */
export interface ToolUse {
  /** Host and port of the server it asks. */
  readonly host?: string
  /** The key it sends there. */
  readonly keyRef?: string
  /** The agent of the file that it runs, by its id. */
  readonly agent?: string
  /** True when it runs code of the configuration. */
  readonly code?: boolean
}

/** A kind of tool, as one React-free description. `schema` is the single truth for type, defaults and form. */
export interface ToolDefinition<Config extends ToolBase = ToolBase> {
  /** The `kind` in configurations. */
  readonly kind: string
  readonly title: string
  readonly description: string
  /** Name of a lucide icon. */
  readonly icon: string
  readonly schema: z.ZodType<Config>
  /** True for a kind whose tools a server tells: they are listed on a person's word, never by opening a file. */
  readonly isListed?: boolean
  /** Its templates over the arguments; paths are within the tool. */
  texts?(config: Config): readonly TextReference[]
  uses(config: Config): ToolUse
  /** Problems beyond the schema; paths are within the tool. `given`: its function comes from code. */
  validate?(config: Config, agent: AgentConfig, given: boolean): readonly Problem[]
  /** Does the work. Whatever it throws goes back to the model as the call's answer. */
  run(args: ToolCall['args'], config: Config, context: ToolContext): Promise<Json | undefined>
}

/** Declares a kind of tool. The type of `config` everywhere in it follows from `schema`. */
export function defineTool<Config extends ToolBase>(definition: ToolDefinition<Config>): ToolDefinition<Config> {
  return definition
}
