import type { PageModels } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { toProblem } from '../problems/toProblem.ts'
import { createSuppliedKeys } from './createSuppliedKeys.ts'
import type { FromEngine, ModelCheck } from './EngineMessage.ts'
import { redactValue } from './redactValue.ts'

/** How long a model may take for one word, in milliseconds. */
const PATIENCE_MS = 30_000

/** Asks a model for one word, to see whether address, key and name are right. */
export async function checkModel({ ticket, llmConfig, keys }: ModelCheck, page: PageModels): Promise<FromEngine> {
  try {
    const { createChatModelFactory } = await import('@petal/core/providers/createChatModel')
    const services = { keys: createSuppliedKeys(keys), fetch: fetch.bind(globalThis) }
    const model = await createChatModelFactory({ page })({ ...llmConfig, maxTokens: 16 }, services)
    const { message } = await model.chat({
      messages: [{ role: 'user', content: 'Reply with the word OK.' }],
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { type: 'model-checked', ticket, answer: message.content }
  } catch (fault) {
    const secrets = keys.map(({ value }) => value)
    return {
      type: 'model-checked',
      ticket,
      problem: redactValue(toProblem(fault, msg('The model did not answer')), secrets),
    }
  }
}
