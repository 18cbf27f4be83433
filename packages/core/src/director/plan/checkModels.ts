import type { Problem } from '../../errors/Problem.ts'
import { checkModel } from './checkModel.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'
import { resolveLLM } from './resolveLLM.ts'

/** That the model settings of the agent, and of each step that has its own, can be used. */
export function checkModels({ config, steps }: Planning): readonly Problem[] {
  const { llmConfig } = config
  const agent = llmConfig === null ? [] : checkModel(llmConfig, llmConfig).map((problem) => at('llmConfig', problem))
  const own = steps.flatMap(({ resolved }, index): readonly Problem[] => {
    const settings = resolved?.model?.llmConfig
    if (settings === undefined) return []
    const stepId = entryAt(config.steps, index).id
    const found = checkModel(resolveLLM(settings, llmConfig), settings)
    return found.map((problem) => ({ ...at('config.llmConfig', problem), stepId }))
  })
  return [...agent, ...own]
}

function at(place: string, problem: Problem): Problem {
  return { ...problem, path: problem.path === undefined ? place : `${place}.${problem.path}` }
}
