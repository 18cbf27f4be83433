import type { ChatModel } from '../models/ChatModel.ts'

/** True for what can be asked like a chat model. Judged by shape: models come from other packages too. */
export function isChatModel(value: unknown): value is ChatModel {
  return typeof value === 'object' && value !== null && 'chat' in value && typeof value.chat === 'function'
}
