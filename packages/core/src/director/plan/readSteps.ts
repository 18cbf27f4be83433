import type { LLMConfig, StepConfig } from '../../config/AgentConfig.ts'
import { parseExpression } from '../../expressions/parseExpression.ts'
import { createHandlerChain } from '../../handlers/createHandlerChain.ts'
import type { ResolvedStep } from '../../handlers/ResolvedStep.ts'
import type { StepConfigHandler } from '../../handlers/StepConfigHandler.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { StateType } from '../../state/StateType.ts'
import { withErrorPort } from '../../step/errorPort.ts'
import type { StepDefinition, TextReference } from '../../step/StepDefinition.ts'
import { parseTemplate } from '../../templates/parseTemplate.ts'
import type { VariableReference } from '../../templates/Template.ts'
import type { TextProblem } from '../../templates/TextProblem.ts'
import type { PlannedStep } from '../AgentPlan.ts'
import type { CodeValues } from '../Services.ts'
import type { FieldFlow } from './FieldFlow.ts'
import { passThrough } from './passThrough.ts'

/** A step with all that follows from its settings, worked out once per step object. */
export interface ReadStep {
  /** As it takes part in a run. `undefined` for a type that nothing is registered for. */
  readonly resolved: ResolvedStep | undefined
  /** The same for a step that is not disabled; of one that is, what it would be. */
  readonly enabled: ResolvedStep | undefined
  readonly disabled: boolean
  /** What people call it: its own name, else the one its strategy gives for its position. An empty name is none. */
  readonly name: string
  readonly texts: readonly ReadText[]
  /** Ids of its output ports; `undefined` when they cannot be known. */
  readonly outputs: readonly string[] | undefined
  /** What checks and plans made of it, to be used again while all they looked at stays the same. */
  readonly memo: StepMemo
}

/** The only mutable part of planning. One object per step: many weak maps would cost more than they save. */
export interface StepMemo {
  /** What the step was judged against when nothing was found in it. */
  clean?: { readonly flow: FieldFlow; readonly stateType: StateType }
  planned?: { readonly step: PlannedStep; readonly agentLLM: LLMConfig | null }
}

/** A template or an expression of a step, parsed. */
export interface ReadText extends TextReference {
  readonly references: readonly VariableReference[]
  readonly problems: readonly TextProblem[]
}

interface Reading {
  readonly definition: StepDefinition | undefined
  readonly index: number
  readonly read: ReadStep
}

/**
 * What was read before, by step object: configurations are never changed in place, so an edit to one step leaves the
 * objects of all others alone. Kept per registry, and thrown away when the type was registered anew.
 */
const readers = new WeakMap<StepRegistry, { chain: StepConfigHandler; readings: WeakMap<StepConfig, Reading> }>()

/** Resolves steps through the handler chain and parses their texts. `code` holds values only code can give, by step id. */
export function readSteps(
  steps: readonly StepConfig[],
  registry: StepRegistry,
  code: CodeValues | undefined,
): readonly ReadStep[] {
  const reader = readers.get(registry) ?? { chain: createHandlerChain(registry), readings: new WeakMap() }
  readers.set(registry, reader)
  const { chain, readings } = reader
  return steps.map((step, index) => {
    const definition = registry.describe(step.strategyType)
    const before = readings.get(step)
    const values = code !== undefined && Object.hasOwn(code, step.id) ? code[step.id] : undefined
    const isKnown = values === undefined && before !== undefined && before.definition === definition
    if (isKnown && before.index === index) return before.read
    const parts = isKnown ? before.read : readParts(step, resolve(chain, step, values))
    const { resolved, enabled, disabled, texts, outputs } = parts
    // Written out: spread objects are slow to look into, and every check looks into all of them.
    const read = { resolved, enabled, disabled, name: nameOf(step, enabled, registry, index), texts, outputs, memo: {} }
    if (values === undefined) readings.set(step, { definition, index, read })
    return read
  })
}

function resolve(
  chain: StepConfigHandler,
  step: StepConfig,
  values: CodeValues[string] | undefined,
): ResolvedStep | undefined {
  const { strategyType, config } = step
  const resolved = chain.resolve(strategyType, values === undefined ? config : { ...config, ...values })
  if (resolved === undefined || step.onError === undefined) return resolved
  const { onError } = step
  const rescued = [...Object.keys(onError.update ?? {}), ...(onError.writes ? [onError.writes] : [])]
  const writes = [...new Set([...resolved.writes, ...rescued])]
  const surelyWrites = [...new Set([...resolved.surelyWrites, ...rescued])]
  return { ...resolved, writes, surelyWrites, ports: withErrorPort(resolved.ports, step) }
}

function readParts(step: StepConfig, enabled: ResolvedStep | undefined): Omit<ReadStep, 'name' | 'memo'> {
  const disabled = step.disabled === true
  const resolved = disabled ? passThrough(step.strategyType, enabled) : enabled
  if (resolved === undefined) return { resolved, enabled, disabled, texts: [], outputs: undefined }
  const outputs = resolved.ports.outputs.map(({ id }) => id)
  return { resolved, enabled, disabled, texts: resolved.texts.map(readText), outputs }
}

function readText(text: TextReference): ReadText {
  const parsed = text.language === 'template' ? parseTemplate(text.text) : parseExpression(text.text)
  const { path, language, provided } = text
  const { references, problems } = parsed
  // Two literals: spread objects are slow to look into.
  if (provided === undefined) return { path, text: text.text, language, references, problems }
  return { path, text: text.text, language, references, problems, provided }
}

function nameOf(
  { id, nodeName }: StepConfig,
  resolved: ResolvedStep | undefined,
  registry: StepRegistry,
  index: number,
) {
  if (nodeName !== undefined && nodeName !== '') return nodeName
  return resolved === undefined ? id : registry.getStrategy(resolved.type).getNodeName(index)
}
