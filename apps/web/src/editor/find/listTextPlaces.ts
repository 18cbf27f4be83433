import type { AgentConfig } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { listStepTexts } from './listStepTexts.ts'
import { listToolTexts } from './listToolTexts.ts'
import type { TextPlace } from './TextPlace.ts'

/** Every text that can be found in a file: that of its own agent, and of the agents within. */
export function listTextPlaces(file: AgentConfig, facts: StepFactsSource): readonly TextPlace[] {
  const inner = Object.entries(file.agents ?? {}).flatMap(([agentId, agent]) =>
    placesOfAgent(agent, facts).map((place) => ({ ...place, agentId })),
  )
  return [...placesOfAgent(file, facts), ...inner]
}

function placesOfAgent(agent: AgentConfig, facts: StepFactsSource): readonly TextPlace[] {
  const steps = agent.steps.flatMap((step): TextPlace[] => {
    const { id: stepId } = step
    const { typeTitle } = facts.of(step)
    return [
      ...listStepTexts(step, facts).map((found) => ({ ...found, stepId })),
      { stepId, path: 'strategyType', text: typeTitle, language: 'text', isFixed: true },
      { stepId, path: 'id', text: stepId, language: 'text', isFixed: true },
    ]
  })
  const { name, description, stateType, tools = [], notes = [], groups = [] } = agent
  const own = [
    place('name', name),
    place('description', description),
    ...Object.entries(stateType.fields).map(([field, { description: text }]) =>
      place(`stateType.fields[${JSON.stringify(field)}].description`, text),
    ),
    ...groups.map(({ title }, index) => place(`groups[${index}].title`, title)),
    ...notes.map(({ text }, index) => place(`notes[${index}].text`, text)),
  ].flat()
  return [...steps, ...own, ...tools.flatMap((tool, index) => listToolTexts(tool, `tools[${index}]`))]
}

function place(path: string, text: unknown): readonly TextPlace[] {
  return typeof text === 'string' && text !== '' ? [{ path, text, language: 'text' }] : []
}
