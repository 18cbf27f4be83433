import { AgentError } from '../errors/AgentError.ts'
import type { ChatModelFactory } from '../models/ChatModel.ts'

/** A model of Google. */
export const createGoogleModel: ChatModelFactory = async (config) => {
  throw new AgentError('provider.unsupported', `The provider ${config.provider} cannot be used yet.`)
}
