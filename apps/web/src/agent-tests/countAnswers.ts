import type { AgentTest } from './AgentTest.ts'

/** How many answers of a person a test can take: what is asked within a step whose output is replayed is not asked again. */
export function countAnswers({ models, recorded, answers = {} }: AgentTest): number {
  const replayed = models === 'asked' ? [] : Object.keys(recorded)
  const isReplayed = (place: string) => replayed.some((step) => place === step || place.startsWith(`${step}/`))
  return Object.entries(answers).reduce((count, [place, some]) => (isReplayed(place) ? count : count + some.length), 0)
}
