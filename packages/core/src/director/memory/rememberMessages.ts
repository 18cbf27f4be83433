import { t } from '../../language/t.ts'
import type { Message } from '../../models/Message.ts'
import { rankByVector } from '../../ranking/rankByVector.ts'
import { type Ranked, rankByWords } from '../../ranking/rankByWords.ts'
import { resolveEmbedding } from '../plan/resolveEmbedding.ts'
import { resolveLLM } from '../plan/resolveLLM.ts'
import { observeModel } from '../run/observeModel.ts'
import type { StepExecution } from '../run/StepExecution.ts'
import { chooseTurns, splitTurns, textOfTurn } from './chooseTurns.ts'
import { countTokens } from './countTokens.ts'
import { cutNewest } from './cutNewest.ts'
import { type History, messagesOf, toHistory, weigh } from './History.ts'
import { summarize } from './summarize.ts'

/** What is remembered, for whom. */
export interface RememberRequest {
  readonly messages: readonly Message[]
  /** What the model is about to be asked, when that is not the newest turn of the messages. */
  readonly about: string | undefined
  readonly execution: StepExecution
  readonly signal: () => AbortSignal
}

/**
 * The part of a history that the agent's memory lets a model see, within `maxTokens`. `conversation`: all of it.
 * `buffer`: the newest messages. `summary`: the newest ones after a summary of those before. `vector`: the newest turns
 * and those of the older ones that are about the same. Whatever the type: instructions stay, the newest message and the
 * person's last question stay, and a tool call is never parted from its answers.
 */
export async function rememberMessages(request: RememberRequest): Promise<readonly Message[]> {
  const { messages, execution, signal } = request
  const { agent } = execution.session.plan
  const { memory } = agent
  if (memory === null || !memory.enabled) return messages
  const history = toHistory(messages)
  const most = memory.maxTokens - countTokens(history.instructions)
  switch (memory.memoryType) {
    case 'conversation':
      return messages
    case 'buffer':
      return [...history.instructions, ...messagesOf(cutNewest(history.units, most).units)]
    case 'summary':
      return summarize(history, most, {
        memory: execution.memory,
        signal,
        once: async (key, work) => String(await execution.journal.once(key, work)),
        model: async () => {
          const { services } = execution.session
          const llm = withRoom(resolveLLM(memory.llmConfig, agent.llmConfig), memory.maxTokens)
          return observeModel(await services.models(llm, services), execution, 'memory')
        },
      })
    case 'vector':
      return recall(history, most, request)
  }
}

/** A summary that is cut off is a fault of the model: its limit must leave room for what it is asked to write. */
function withRoom<Settings extends { readonly maxTokens: number }>(llm: Settings, tokens: number): Settings {
  return { ...llm, maxTokens: Math.max(llm.maxTokens, tokens) }
}

async function recall({ instructions, units }: History, most: number, request: RememberRequest) {
  if (weigh(units) <= most) return [...instructions, ...messagesOf(units)]
  const question = request.about ?? units.findLast(({ asks }) => asks)?.messages[0]?.content ?? ''
  const split = splitTurns(units, most)
  const ranked = await rank(question, split.older.map(textOfTurn), request)
  return [...instructions, ...messagesOf(chooseTurns(split, ranked, most))]
}

/** Older turns by how much they have to do with the question. */
async function rank(
  question: string,
  turns: readonly string[],
  { execution, signal }: RememberRequest,
): Promise<readonly Ranked[]> {
  const { plan, services } = execution.session
  const search = plan.agent.memory?.search
  if (question.trim() === '' || turns.length === 0) return []
  if (search?.by !== 'meaning') return rankByWords(question, turns)
  const config = resolveEmbedding(search)
  const { provider, model, baseUrl = '' } = config
  const vectors = await services.vectors.read(
    `${provider} ${baseUrl} ${model}`,
    [question, ...turns],
    async (texts) => {
      return (await services.embedders(config, services)).embed(texts, signal())
    },
  )
  execution.log(
    'INFO',
    t('Compared {count} older turns with the question by {provider}/{model}', { count: turns.length, provider, model }),
  )
  const [asked = [], ...others] = vectors
  // What points elsewhere has nothing to do with the question.
  return rankByVector(asked, others).filter(({ score }) => score > 0)
}
