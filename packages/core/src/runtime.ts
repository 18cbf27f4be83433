export { createSandbox } from '#platform'
export { type ChatModelFactoryOptions, createChatModel, createChatModelFactory } from './providers/createChatModel.ts'
