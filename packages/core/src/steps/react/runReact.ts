import type { Json } from '../../json/Json.ts'
import type { ChatModel } from '../../models/ChatModel.ts'
import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { addMessages } from '../../step/conversation.ts'
import { isChatModel } from '../../step/isChatModel.ts'
import { readStructuredAnswer } from '../../step/readStructuredAnswer.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { CodeSettings } from '../../step/StepDefinition.ts'
import type { Update } from '../../step/StepResult.ts'
import { writeScratchpad } from '../../step/scratchpad.ts'
import { converse } from './converse.ts'
import { reactLoop } from './reactLoop.ts'
import type { ReactConfig } from './reactSchema.ts'

/** Lets the model work until it has an answer, and keeps what the settings ask for. */
export async function runReact(state: State, context: StepContext<ReactConfig>, code: CodeSettings): Promise<Update> {
  const { config } = context
  const model = await context.models.get(isChatModel(code.llm) ? code.llm : config.llmConfig)
  const { sent, kept, answer } = await reactLoop(model, await converse(state, context), context)
  return {
    ...addMessages(...kept),
    ...(config.writes === '' ? {} : { [config.writes]: answer.content }),
    ...(config.scratchpadKey === ''
      ? {}
      : { [config.scratchpadKey]: writeScratchpad(state[config.scratchpadKey], kept) }),
    ...(await structure(model, sent, { context, zod: code.structuredOutputModel })),
  }
}

/** The answer as an object, when the settings ask for one. */
async function structure(
  model: ChatModel,
  messages: readonly Message[],
  { context, zod }: { readonly context: StepContext<ReactConfig>; readonly zod: unknown },
): Promise<Update> {
  const { structuredOutput } = context.config
  if (structuredOutput === undefined) return {}
  const wish: Message = { role: 'user', content: 'Give your answer as an object of the form that is asked for.' }
  const output = { name: 'answer', schema: structuredOutput.schema }
  const answer = await context.once('structured answer', async () => {
    const given = await model.chat({ messages: [...messages, wish], output, signal: context.signal, onDelta: () => {} })
    return { content: given.message.content, output: given.output ?? null }
  })
  const read = { message: { role: 'assistant', content: answer.content } as const, ...outputOf(answer.output) }
  return readStructuredAnswer(read, structuredOutput, zod)
}

function outputOf(output: Json): { readonly output?: Json } {
  return output === null ? {} : { output }
}
