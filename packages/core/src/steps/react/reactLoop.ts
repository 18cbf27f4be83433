import { AgentError } from '../../errors/AgentError.ts'
import type { Json } from '../../json/Json.ts'
import { word } from '../../language/word.ts'
import type { ChatModel } from '../../models/ChatModel.ts'
import type { Message } from '../../models/Message.ts'
import type { StepContext, ToolOutcome } from '../../step/StepContext.ts'
import type { Opening } from './converse.ts'
import type { ReactConfig } from './reactSchema.ts'
import { uniqueCalls } from './uniqueCalls.ts'

/** How often in a row a model may call what is not there, or with what does not fit, before the step gives up. */
const MAX_BAD_TURNS = 3

/** What one question gave: the model's turn, or why its call could not be read. */
type Turn = { readonly message: Message } | { readonly unreadable: string }

/** What was said: all of it, and what joins the conversation. */
export interface Work {
  readonly sent: readonly Message[]
  readonly kept: readonly Message[]
  readonly answer: Message
}

/**
 * Asks the model, makes the calls it wants, and asks again, until it answers. Every turn and every call is done once,
 * also when the step waits for a person in between.
 *
 * @throws AgentError `run.stepLimit` when there are too many turns, `provider.badToolCall` when calls stay wrong
 */
export async function reactLoop(model: ChatModel, opening: Opening, context: StepContext<ReactConfig>): Promise<Work> {
  const { config, tools } = context
  const offered = tools.list(config.tools)
  const taken = new Set<string>()
  let { sent, kept } = opening
  let badTurns = 0
  let spoke = false
  for (let number = 1; number <= config.maxIterations; number += 1) {
    const turn = await askOnce(number, context, () => {
      // What the model says from turn to turn is read as one text.
      if (spoke) context.emit('\n\n')
      return model.chat({ messages: sent, tools: offered, signal: context.signal })
    })
    if ('unreadable' in turn) {
      badTurns += 1
      sent = [...sent, { role: 'user', content: turn.unreadable }]
    } else {
      const message = uniqueCalls(turn.message, taken)
      const { toolCalls = [] } = message
      if (toolCalls.length === 0) return { sent: [...sent, message], kept: [...kept, message], answer: message }
      const outcomes = await tools.callAll(toolCalls, config.tools)
      const results = outcomes.map((outcome) => outcome.message)
      sent = [...sent, message, ...results]
      kept = [...kept, message, ...results]
      spoke = message.content !== ''
      badTurns = outcomes.every(isModelFault) ? badTurns + 1 : 0
    }
    if (badTurns > MAX_BAD_TURNS) throw gaveUp(context, badTurns)
  }
  throw tooManyTurns(context)
}

/** One question, asked at most once per execution. A call that is no JSON is told to the model instead of failing. */
async function askOnce(
  number: number,
  { once }: StepContext<ReactConfig>,
  ask: () => Promise<{ readonly message: Message }>,
): Promise<Turn> {
  const turn = await once(`turn ${number}`, async () => {
    try {
      const { message } = await ask()
      // A message is plain JSON; only its being an interface keeps the compiler from seeing that.
      return { message: message as unknown as Json }
    } catch (error) {
      if (!AgentError.isInstance(error) || error.code !== 'provider.badToolCall') throw error
      return { unreadable: `${error.message} Call it again, with arguments that are one JSON object.` }
    }
  })
  // The journal gives what was noted under this key.
  return turn as unknown as Turn
}

/** Whether a call came to nothing through the model's own fault. */
function isModelFault({ problem }: ToolOutcome): boolean {
  return problem?.code === 'tool.unknown' || problem?.code === 'tool.badArguments'
}

function gaveUp({ stepId, nodeName }: StepContext, turns: number): AgentError {
  return new AgentError(
    'provider.badToolCall',
    word(
      'Step "{nodeName}" gave up: {turns} times in a row, the model called tools that are not there, or with arguments that do not fit. Another model may do better, or clearer descriptions of the tools.',
      { nodeName, turns },
    ),
    { stepId, path: 'config.tools' },
  )
}

function tooManyTurns({ stepId, nodeName, config }: StepContext<ReactConfig>): AgentError {
  const { maxIterations } = config
  return new AgentError(
    'run.stepLimit',
    word(
      'Step "{nodeName}" was stopped: the model was asked {maxIterations} times and still wants to use tools. Raise "Most turns", or say in the prompt when it is done.',
      { nodeName, maxIterations },
    ),
    { stepId, path: 'config.maxIterations', detail: { detail: { limit: maxIterations } } },
  )
}
