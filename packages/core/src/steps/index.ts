/** Every type of step that comes with Petal, one line each: nothing else names them. `builtinSteps` is their list. */
export { conditionStep } from './condition/condition.ts'
export { customStep } from './custom/custom.ts'
export { httpStep } from './http/http.ts'
export { llmStep } from './llm/llm.ts'
export { outputStep } from './output/output.ts'
export { retrieveStep } from './retrieve/retrieve.ts'
export { routerStep } from './router/router.ts'
export { setStep } from './set/set.ts'
