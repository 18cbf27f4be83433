export { comparableEvents } from './comparableEvents.ts'
export {
  createScriptedModel,
  type ScriptedAnswer,
  type ScriptedModel,
  type ScriptedReply,
} from './createScriptedModel.ts'
export { createStepContext, type StepLog, type StepSurroundings, type TestContext } from './createStepContext.ts'
export { describeStep, type TestRunner } from './describeStep.ts'
export { runStep, type StepOutcome } from './runStep.ts'
export { type ContractCheck, type OlderSettings, stepContract } from './stepContract.ts'
