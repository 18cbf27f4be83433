export { toMarkdown } from './builder/toMarkdown.ts'
export { toMermaid } from './builder/toMermaid.ts'
export type { Checkpointer } from './checkpoint/Checkpointer.ts'
export { isThreadKept } from './checkpoint/isThreadKept.ts'
export {
  type AgentConfig,
  type CheckpointerConfig,
  defaultLLM,
  type EdgeConfig,
  type ErrorConfig,
  FORMAT_VERSION,
  type GraphConfig,
  type LLMConfig,
  type LoggingConfig,
  type MemoryConfig,
  type Position,
  type ProviderName,
  providerNames,
  type RetryConfig,
  type StepConfig,
} from './config/AgentConfig.ts'
export { agentConfigSchema, MAX_STEPS } from './config/agentConfigSchema.ts'
export { checkpointerConfigSchema } from './config/checkpointerConfigSchema.ts'
export { createAgentConfig } from './config/createAgentConfig.ts'
export { createFreeId, createStepId } from './config/createStepId.ts'
export {
  type AgentDifference,
  type DifferenceKind,
  type DifferencePart,
  differenceParts,
} from './config/difference/AgentDifference.ts'
export { diffAgents } from './config/difference/diffAgents.ts'
export { edgeConfigSchema } from './config/edgeConfigSchema.ts'
export { errorConfigSchema } from './config/errorConfigSchema.ts'
export { graphConfigSchema } from './config/graphConfigSchema.ts'
export { hashConfig } from './config/hashConfig.ts'
export { isStepId } from './config/isStepId.ts'
export { END, listEdges, START } from './config/listEdges.ts'
export { llmConfigSchema } from './config/llmConfigSchema.ts'
export { loggingConfigSchema } from './config/loggingConfigSchema.ts'
export { memoryConfigSchema } from './config/memoryConfigSchema.ts'
export type { MergeConflict, MergeConflictKind, MergeSide } from './config/merge/MergeConflict.ts'
export { type MergePlan, mergeAgents } from './config/merge/mergeAgents.ts'
export { sameJson } from './config/merge/sameJson.ts'
export { addAgent, createAgentId } from './config/operations/addAgent.ts'
export { type AddStepOptions, addStep, type NewStep } from './config/operations/addStep.ts'
export { connectSteps } from './config/operations/connectSteps.ts'
export { disconnectSteps } from './config/operations/disconnectSteps.ts'
export { leaveGroups } from './config/operations/leaveGroups.ts'
export { moveStep, moveSteps } from './config/operations/moveSteps.ts'
export { removeAgent } from './config/operations/removeAgent.ts'
export { removeField } from './config/operations/removeField.ts'
export { type RemoveStepOptions, removeStep } from './config/operations/removeStep.ts'
export { renameAgent } from './config/operations/renameAgent.ts'
export { type NewNames, renameReferences } from './config/operations/renameReferences.ts'
export { replaceAgent } from './config/operations/replaceAgent.ts'
export { sameEdge } from './config/operations/sameEdge.ts'
export { setCheckpointer } from './config/operations/setCheckpointer.ts'
export { setDescription } from './config/operations/setDescription.ts'
export { setField } from './config/operations/setField.ts'
export { setGraph } from './config/operations/setGraph.ts'
export { setLLM } from './config/operations/setLLM.ts'
export { setLogging } from './config/operations/setLogging.ts'
export { setMemory } from './config/operations/setMemory.ts'
export { setName } from './config/operations/setName.ts'
export { setStateType } from './config/operations/setStateType.ts'
export { type TakenAgent, takeAgent } from './config/operations/takeAgent.ts'
export { type StepPatch, updateStep } from './config/operations/updateStep.ts'
export { type ParseResult, parseAgentConfig } from './config/parseAgentConfig.ts'
export { type NewerAgent, readNewerAgent } from './config/readNewerAgent.ts'
export { retryConfigSchema } from './config/retryConfigSchema.ts'
export { serializeAgentConfig } from './config/serializeAgentConfig.ts'
export { sha256 } from './config/sha256.ts'
export { stepConfigSchema } from './config/stepConfigSchema.ts'
export { withoutSecrets } from './config/withoutSecrets.ts'
export { withPin } from './config/withPin.ts'
export type { AgentPlan, PlannedEdge, PlannedStep, PlanResult } from './director/AgentPlan.ts'
export { type AvailableField, availableAt } from './director/availableAt.ts'
export { findInnerStep, type SettingPlace } from './director/findInnerStep.ts'
export { type KeyRequirement, listRequirements, type Requirements } from './director/listRequirements.ts'
export { type CalledAgent, listCalls } from './director/plan/listCalls.ts'
export { resolveLLM } from './director/plan/resolveLLM.ts'
export { planAgent } from './director/planAgent.ts'
export type {
  Breakpoints,
  FixedOutput,
  GivenAnswer,
  GivenAnswers,
  RunOptions,
  RunOrigin,
} from './director/RunOptions.ts'
export { dissolveSubagent } from './director/reshape/dissolveSubagent.ts'
export { makeSubagent } from './director/reshape/makeSubagent.ts'
export type { Reshaped } from './director/reshape/Reshaped.ts'
export type { RunInput } from './director/run/checkInput.ts'
export type { CodeValues, LogEntry, Services } from './director/Services.ts'
export type { EditOptions, ThreadEdit } from './director/ThreadEdit.ts'
export { validateAgentConfig } from './director/validateAgentConfig.ts'
export type { DocumentHit, DocumentReference, DocumentSearch } from './documents/DocumentSearch.ts'
export type { DocumentStore } from './documents/DocumentStore.ts'
export { type Splitting, splitText } from './documents/splitText.ts'
export { AgentError, type AgentErrorFields } from './errors/AgentError.ts'
export type { Problem, ProblemCause, ProblemCode, ProblemFix, Severity } from './errors/Problem.ts'
export { problemWording } from './errors/problemWording.ts'
export { wordingOf } from './errors/wordingOf.ts'
export { findAsking } from './events/findAsking.ts'
export { placeOf } from './events/placeOf.ts'
export type {
  LoopEdge,
  RunBreakpoint,
  RunEvent,
  RunEventType,
  RunQuestion,
  RunStamp,
  RunStartOrigin,
  StepStamp,
} from './events/RunEvent.ts'
export type {
  AnswerRecord,
  ExecutionStatus,
  LoopTurn,
  ModelCall,
  RunState,
  RunStatus,
  SkippedStep,
  StateEditRecord,
  StepExecution,
  StepLog,
  StepProgress,
  StepRetry,
  StepRun,
  StepRunStatus,
  ToolRun,
} from './events/RunState.ts'
export { reduceRun } from './events/reduceRun.ts'
export { type InnerRun, type InnerRunEntry, isSameRun, listInnerRuns, selectInnerRun } from './events/selectInnerRun.ts'
export { workedBetween } from './events/workedBetween.ts'
export { type BinaryOperator, binaryOperators, type Expression, type ExpressionNode } from './expressions/Expression.ts'
export type { ExpressionFunction } from './expressions/ExpressionFunction.ts'
export { type ExpressionPlace, evaluateExpression } from './expressions/evaluateExpression.ts'
export { expressionFunctions } from './expressions/expressionFunctions.ts'
export { isEmpty, isTruthy } from './expressions/isTruthy.ts'
export { listReferences } from './expressions/listReferences.ts'
export { parseExpression } from './expressions/parseExpression.ts'
export { describeFields } from './fields/describeFields.ts'
export type { FieldBase, FieldKind, FieldMeta, FieldOf, FieldOption, FieldSpec } from './fields/FieldSpec.ts'
export { jsonSchemaToFields } from './fields/jsonSchemaToFields.ts'
export { titlesOnPath } from './fields/titlesOnPath.ts'
export { CustomConfigHandler } from './handlers/CustomConfigHandler.ts'
export { createHandlerChain } from './handlers/createHandlerChain.ts'
export { LLMConfigHandler } from './handlers/LLMConfigHandler.ts'
export { stampVersion, VERSION_KEY } from './handlers/migrateSettings.ts'
export { PluginConfigHandler } from './handlers/PluginConfigHandler.ts'
export type { ResolvedStep } from './handlers/ResolvedStep.ts'
export { StepConfigHandler, type StepSettings } from './handlers/StepConfigHandler.ts'
export type { HttpAnswer, HttpKey, HttpMethod, HttpRequest } from './http/HttpRequest.ts'
export { isJson } from './json/isJson.ts'
export { isJsonObject } from './json/isJsonObject.ts'
export type { Json, JsonObject } from './json/Json.ts'
export { joinPath, jsonPath } from './json/jsonPath.ts'
export { normalizeJson } from './json/normalizeJson.ts'
export { type JsonLimits, parseJson } from './json/parseJson.ts'
export type { ChatAnswer, ChatModel, ChatModelFactory, ChatRequest, KeySource, ToolSpec } from './models/ChatModel.ts'
export type { Embedder, EmbedderFactory, EmbeddingConfig } from './models/Embedder.ts'
export { findLocalServers, type LocalSearch, type LocalSearchResult } from './models/local/findLocalServers.ts'
export type { LocalFinding } from './models/local/toLocalFinding.ts'
export { looksLikeSecret, type SecretSpan } from './models/looksLikeSecret.ts'
export type { Message, ToolCall, Usage } from './models/Message.ts'
export type { PageAnswer, PageMessage, PageModelState, PageModels, PageQuestion } from './models/PageModels.ts'
export { parseBaseUrl } from './models/parseBaseUrl.ts'
export { type ProviderModel, type ProviderRow, providerTable } from './models/providerTable.ts'
export { redact } from './models/redact.ts'
export { type ProviderTarget, resolveProvider } from './models/resolveProvider.ts'
export type { PluginSource } from './plugin/collectModules.ts'
export type { DiscoveryReport } from './plugin/DiscoveryReport.ts'
export { PluginManager } from './plugin/PluginManager.ts'
export { type Ranked, rankByWords } from './ranking/rankByWords.ts'
export { createDefaultRegistry } from './registry/createDefaultRegistry.ts'
export { StepRegistry } from './registry/StepRegistry.ts'
export type { Sandbox, SandboxRequest } from './sandbox/Sandbox.ts'
export { type SandboxGlobal, sandboxGlobals } from './sandbox/sandboxGlobals.ts'
export { checkState } from './state/checkState.ts'
export { checkStateType } from './state/checkStateType.ts'
export { createDefaultValue } from './state/createDefaultValue.ts'
export { effectiveReducer } from './state/effectiveReducer.ts'
export { fieldNameFault, isFieldName } from './state/isFieldName.ts'
export {
  fieldTypes,
  type Reducer,
  reducers,
  type State,
  type StateField,
  type StateFieldType,
  type StateType,
} from './state/StateType.ts'
export { StateTypeFactory } from './state/StateTypeFactory.ts'
export { stateFieldSchema, stateTypeSchema } from './state/stateTypeSchema.ts'
export { type DefinedStep, defineStep } from './step/defineStep.ts'
export { ERROR_EXIT, takesEdge, withErrorPort } from './step/errorPort.ts'
export { hostLabel } from './step/hostLabel.ts'
export { modelSetting } from './step/modelSetting.ts'
export type {
  AgentReference,
  LogLevel,
  StepContext,
  StepFunction,
  StepModels,
  StepTools,
  ToolOutcome,
} from './step/StepContext.ts'
export {
  type AgentCall,
  type AgentUse,
  type CodeSettings,
  defaultPorts,
  type NamedField,
  type Port,
  type StepCategory,
  type StepDefinition,
  type StepExample,
  type StepHost,
  type StepModel,
  type StepPorts,
  type StepStart,
  type TextReference,
  type ValidateContext,
} from './step/StepDefinition.ts'
export { isStepPlugin, StepPlugin, type StepStrategyClass } from './step/StepPlugin.ts'
export { type Exit, exit, isExit, type StepResult, type Update } from './step/StepResult.ts'
export { StepStrategy } from './step/StepStrategy.ts'
export { Unanswered } from './step/Unanswered.ts'
export { builtinSteps } from './steps/builtinSteps.ts'
export { CustomStepStrategy } from './steps/custom/custom.ts'
export { type HumanOption, type HumanQuestion, readHumanQuestion } from './steps/human/HumanQuestion.ts'
export {
  conditionStep,
  customStep,
  httpStep,
  humanStep,
  llmStep,
  mapStep,
  outputStep,
  reactStep,
  retrieveStep,
  routerStep,
  setStep,
  subagentStep,
  toolStep,
} from './steps/index.ts'
export { LLMStep } from './steps/llm/LLMStep.ts'
export { LLMStepStrategy } from './steps/llm/llm.ts'
export { type DatabaseConnection, openDatabase } from './storage/openDatabase.ts'
export { type StorageCode, storageCodeOf } from './storage/storageCodeOf.ts'
export { closestName } from './templates/closestName.ts'
export { escapeTemplate } from './templates/escapeTemplate.ts'
export { parseTemplate } from './templates/parseTemplate.ts'
export { renameVariable } from './templates/renameVariable.ts'
export { renderTemplate, type TemplatePlace } from './templates/renderTemplate.ts'
export { resolvePath } from './templates/resolvePath.ts'
export type { Template, TemplatePart, VariableReference } from './templates/Template.ts'
export { applyTextFix, type TextFix, type TextProblem } from './templates/TextProblem.ts'
export { toPromptText } from './templates/toPromptText.ts'
export { listToolUses, type NamedToolUse } from './tools/listToolUses.ts'
export { type ReadTool, readTool, type ToolEntry } from './tools/readTool.ts'
export { readToolDecision, readToolQuestion, type ToolDecision, type ToolQuestion } from './tools/ToolApproval.ts'
export type { ToolContext, ToolDefinition, ToolUse } from './tools/ToolDefinition.ts'
export type { ToolFunction, ToolFunctions } from './tools/ToolFunction.ts'
export { toolKinds } from './tools/toolKinds.ts'
