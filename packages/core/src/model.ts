export { CustomConfigHandler } from './handlers/CustomConfigHandler.ts'
export { createHandlerChain } from './handlers/createHandlerChain.ts'
export { LLMConfigHandler } from './handlers/LLMConfigHandler.ts'
export { stampVersion, VERSION_KEY } from './handlers/migrateSettings.ts'
export { PluginConfigHandler } from './handlers/PluginConfigHandler.ts'
export type { ResolvedStep } from './handlers/ResolvedStep.ts'
export { StepConfigHandler, type StepSettings } from './handlers/StepConfigHandler.ts'
export type { ChatAnswer, ChatModel, ChatModelFactory, ChatRequest, KeySource, ToolSpec } from './models/ChatModel.ts'
export type { Message, ToolCall, Usage } from './models/Message.ts'
export { type ProviderModel, type ProviderRow, providerTable } from './models/providerTable.ts'
export { type ProviderTarget, resolveProvider } from './models/resolveProvider.ts'
export type { DiscoveryReport } from './plugin/DiscoveryReport.ts'
export { PluginManager } from './plugin/PluginManager.ts'
export { createDefaultRegistry } from './registry/createDefaultRegistry.ts'
export { StepRegistry } from './registry/StepRegistry.ts'
export type { Sandbox, SandboxRequest } from './sandbox/Sandbox.ts'
export { type DefinedStep, defineStep } from './step/defineStep.ts'
export { modelSetting } from './step/modelSetting.ts'
export type { LogLevel, StepContext, StepFunction, StepModels } from './step/StepContext.ts'
export {
  type CodeSettings,
  defaultPorts,
  type Port,
  type StepCategory,
  type StepDefinition,
  type StepExample,
  type StepModel,
  type StepPorts,
  type TextReference,
  type ValidateContext,
} from './step/StepDefinition.ts'
export { isStepPlugin, StepPlugin, type StepStrategyClass } from './step/StepPlugin.ts'
export { type Exit, exit, isExit, type StepResult, type Update } from './step/StepResult.ts'
export { StepStrategy } from './step/StepStrategy.ts'
export { conditionStep } from './steps/condition/condition.ts'
export { CustomStepStrategy, customStep } from './steps/custom/custom.ts'
export { builtinSteps } from './steps/index.ts'
export { LLMStep } from './steps/llm/LLMStep.ts'
export { LLMStepStrategy, llmStep } from './steps/llm/llm.ts'
export { outputStep } from './steps/output/output.ts'
export { routerStep } from './steps/router/router.ts'
export { setStep } from './steps/set/set.ts'
