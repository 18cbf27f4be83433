import { AgentError } from '../errors/AgentError.ts'
import { listReferences } from '../expressions/listReferences.ts'
import { resolveStep } from '../handlers/resolveStep.ts'
import type { State } from '../state/StateType.ts'
import type { StepDefinition, StepExample } from '../step/StepDefinition.ts'
import type { StepPlugin } from '../step/StepPlugin.ts'
import type { StepSurroundings } from './createStepContext.ts'
import { runStep } from './runStep.ts'

/**
 * Runs a step after it was stopped. Whatever it reaches out to must get the signal, and a step that was refused for it
 * must not end as if nothing had happened.
 */
export async function checkAbort(
  step: StepPlugin,
  definition: StepDefinition,
  samples: readonly StepExample[],
): Promise<void> {
  for (const { title, config } of samples) {
    const { surroundings, signals } = stoppedSurroundings()
    const ended = await runStep(step, config, stateFor(definition, config), surroundings).then(
      () => true,
      () => false,
    )
    if (signals.some((signal) => signal?.aborted !== true)) {
      throw new AgentError('build.plugin', `${title}: it reaches out without handing on context.signal.`)
    }
    if (ended && signals.length > 0) {
      throw new AgentError('build.plugin', `${title}: it was stopped, but ended as if it had not been.`)
    }
  }
}

/** Every field that its texts name, so that it gets as far as reaching out. */
function stateFor(definition: StepDefinition, config: StepExample['config']): State {
  const { texts } = resolveStep(definition.name, definition, config)
  const names = texts.flatMap(({ text, language }) => listReferences(text, language).map(({ name }) => name))
  return Object.fromEntries(names.map((name) => [name, 'text']))
}

function stoppedSurroundings(): { surroundings: StepSurroundings; signals: (AbortSignal | null | undefined)[] } {
  const signals: (AbortSignal | null | undefined)[] = []
  const refuse = async (signal: AbortSignal | null | undefined): Promise<never> => {
    signals.push(signal)
    throw new AgentError('run.stopped', 'The run was stopped.')
  }
  const surroundings: StepSurroundings = {
    signal: AbortSignal.abort(),
    model: createRefusingModel(refuse),
    embedder: { embed: (_texts, signal) => refuse(signal) },
    sandbox: { run: ({ signal }) => refuse(signal) },
    fetch: (_input, init) => refuse(init?.signal),
  }
  return { surroundings, signals }
}

function createRefusingModel(refuse: (signal: AbortSignal) => Promise<never>) {
  const config = { provider: 'practice', model: 'practice', temperature: 0, maxTokens: 1000 } as const
  return { config, chat: ({ signal }: { readonly signal: AbortSignal }) => refuse(signal) }
}
