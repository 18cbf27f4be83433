import { type AgentConfig, agentConfigSchema, describeFields, type Problem, titlesOnPath } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { agentTitle } from './agentTitle.ts'
import type { StepFactsSource } from './createStepFacts.ts'
import { listFields } from './listFields.ts'
import { edgesOfAgent, indexSteps } from './selectors.ts'
import { parsePath } from './setAtPath.ts'

/** Where a problem is, in the words of cards and forms. */
export interface ProblemPlace {
  /** The step's name, or `The agent`; for an agent within the file its name, and then the step's. */
  readonly owner: string
  /** The titles of the fields that lead there, the outermost first; empty for the owner as a whole. */
  readonly titles: readonly string[]
}

/** `Classify` and `Routes 1`, `Name` instead of `config.routes[0].name`. */
export function describePlace(
  { agentId, stepId, path = '' }: Pick<Problem, 'agentId' | 'stepId' | 'path'>,
  file: AgentConfig,
  facts: StepFactsSource,
): ProblemPlace {
  const keys = parsePath(path)
  const agent = agentId === undefined ? file : (file.agents?.[agentId] ?? file)
  if (agentId !== undefined) {
    const whose = agentTitle(file.agents?.[agentId], agentId)
    if (stepId === undefined) return { owner: whose, titles: titlesInAgent(keys, agent, facts) }
    return { owner: `${whose} · ${nameOf(stepId, agent, facts)}`, titles: titlesInStep(stepId, keys, agent, facts) }
  }
  if (stepId === undefined) return { owner: t('The agent'), titles: titlesInAgent(keys, agent, facts) }
  return { owner: nameOf(stepId, agent, facts), titles: titlesInStep(stepId, keys, agent, facts) }
}

type Path = readonly (string | number)[]
/** What the side panel calls the settings that no step type describes. */
const ownTitles: Readonly<Record<string, string>> = {
  nodeName: msg('Name'),
  timeout: msg('Time limit'),
  strategyType: msg('Type'),
}

function titlesInStep(
  ...[stepId, [head, ...rest], agent, facts]: [string, Path, AgentConfig, StepFactsSource]
): readonly string[] {
  if (head === undefined) return []
  if (head !== 'config') return [t(ownTitles[head] ?? String(head))]
  const step = indexSteps(agent).get(stepId)
  const definition = step && facts.of(step).definition
  return definition ? titlesOnPath(listFields(definition), rest) : []
}

function titlesInAgent([head, ...rest]: Path, agent: AgentConfig, facts: StepFactsSource): readonly string[] {
  if (head === undefined) return []
  if (head === 'edges') return titlesOfEdge(rest, agent, facts)
  const titles = titlesOnPath(describeFields(agentConfigSchema), [head, ...rest])
  // What the file keeps in `stateType.fields` is the panel called State.
  if (head === 'stateType') return [t('State'), ...titles.slice(rest[0] === 'fields' ? 2 : 1)]
  return titles
}

function titlesOfEdge([index]: Path, agent: AgentConfig, facts: StepFactsSource): readonly string[] {
  const edge = typeof index === 'number' ? edgesOfAgent(agent)[index] : undefined
  if (!edge) return [t('Connections')]
  return [
    t('Connection {nameOf} → {nameOf2}', {
      nameOf: nameOf(edge.from, agent, facts),
      nameOf2: nameOf(edge.to, agent, facts),
    }),
  ]
}

function nameOf(stepId: string, agent: AgentConfig, facts: StepFactsSource): string {
  if (stepId === 'START') return t('Start')
  if (stepId === 'END') return t('End')
  const step = indexSteps(agent).get(stepId)
  return step ? (step.nodeName ?? facts.of(step).typeTitle) : stepId
}
