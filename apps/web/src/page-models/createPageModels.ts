import { type Wording, word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import type { PageEngine } from './PageEngine.ts'
import { unavailable } from './unavailable.ts'

/**
 * All models of the page behind one engine: which one has a model is told by the beginning of its name, up to the colon.
 *
 * @param engines by that beginning, each made when it is first needed
 */
export function createPageModels(engines: Readonly<Record<string, () => PageEngine>>): PageEngine {
  const made = new Map<string, PageEngine>()
  const find = (model: string): PageEngine | undefined => {
    const name = model.split(':')[0] ?? ''
    const create = Object.hasOwn(engines, name) ? engines[name] : undefined
    const engine = made.get(name) ?? create?.()
    if (engine !== undefined) made.set(name, engine)
    return engine
  }
  const need = (model: string): PageEngine => {
    const engine = find(model)
    if (engine === undefined) throw new AgentError('provider.unsupported', describeUnknown(model))
    return engine
  }
  return {
    check: async (model) => find(model)?.check(model) ?? unavailable(describeUnknown(model)),
    download: async (model, listen) => need(model).download(model, listen),
    remove: async (model) => need(model).remove(model),
    chat: async (question, listen) => need(question.model).chat(question, listen),
  }
}

function describeUnknown(model: string): Wording {
  return word(
    'Nothing here runs "{model}": a model in this browser is "built-in", or its name begins with "webllm:" or "transformers:".',
    { model },
  )
}
