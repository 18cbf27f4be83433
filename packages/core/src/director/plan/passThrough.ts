import * as z from 'zod'
import type { ResolvedStep } from '../../handlers/ResolvedStep.ts'
import { t } from '../../language/t.ts'
import { ERROR_EXIT } from '../../step/errorPort.ts'
import { defaultPorts, type Port, type StepDefinition } from '../../step/StepDefinition.ts'

/** What a disabled step is instead of what its type says: a step that does nothing. */
const passing: StepDefinition = {
  name: 'disabled',
  version: 1,
  title: 'Disabled',
  description: 'Passes the state through.',
  category: 'other',
  icon: 'circle-slash',
  schema: z.unknown(),
  summarize: () => t('Passes the state through'),
}

/**
 * A disabled step as it takes part in an agent: it reads nothing, asks nobody and writes nothing, and has one exit, the
 * one it is left by. Of its settings nothing is judged.
 *
 * @param enabled the step as it would be; undefined for a type that nothing is registered for
 */
export function passThrough(type: string, enabled: ResolvedStep | undefined): ResolvedStep {
  return {
    type,
    definition: passing,
    config: enabled?.config ?? {},
    problems: [],
    ports: { inputs: (enabled?.ports ?? defaultPorts).inputs, outputs: passPorts(enabled) },
    reads: [],
    needs: {},
    writes: [],
    surelyWrites: [],
    writesAny: false,
    mayWrite: undefined,
    texts: [],
    model: undefined,
    agents: [],
    tools: [],
    hosts: [],
    search: undefined,
  }
}

/** The exit by which a step is left while it is disabled; none when nothing says which of several. */
function passPorts(step: ResolvedStep | undefined): readonly Port[] {
  if (step === undefined) return defaultPorts.outputs
  const outputs = step.ports.outputs.filter(({ id }) => id !== ERROR_EXIT)
  if (outputs.length < 2) return outputs
  const exit = passExit(step)
  return outputs.filter(({ id }) => id === exit)
}

/** A plugin whose answer fails has none. */
function passExit({ definition, config }: ResolvedStep): string | undefined {
  try {
    return definition.passBy?.(config)
  } catch {
    return undefined
  }
}
