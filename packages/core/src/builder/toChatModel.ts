import { AgentError } from '../errors/AgentError.ts'
import type { ChatModel } from '../models/ChatModel.ts'
import { isChatModel } from '../step/isChatModel.ts'
import { type LangChainModel, wrapLangChainModel } from './wrapLangChainModel.ts'

/**
 * A chat model made in code: one of ours as it is, or a LangChain chat model behind our door.
 *
 * @throws AgentError `build.argument` for anything else
 */
export function toChatModel(llm: unknown): ChatModel {
  if (isChatModel(llm)) return llm
  if (isLangChainModel(llm)) return wrapLangChainModel(llm)
  throw new AgentError(
    'build.argument',
    `llm must be a BaseChatModel, not ${nameOf(llm)}: give a chat model of LangChain, or a ChatModel.`,
  )
}

function isLangChainModel(value: unknown): value is LangChainModel {
  return typeof value === 'object' && value !== null && 'invoke' in value && typeof value.invoke === 'function'
}

function nameOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  return Array.isArray(value) ? 'a list' : 'an object without chat or invoke'
}
