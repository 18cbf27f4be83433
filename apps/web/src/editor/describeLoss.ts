import type { AgentConfig, StepConfig } from '@petal/core/model'
import { plural, t } from '@petal/ui/language'
import { edgesOfAgent, indexSteps } from './selectors.ts'

/** More names than this are counted. */
const named = 3

/**
 * What went with deleted steps beyond themselves, in words: how many connections, and the steps that nothing leads to any
 * more. Undefined where no step has lost its last way in.
 */
export function describeLoss(
  before: AgentConfig,
  after: AgentConfig,
  nameOf: (step: StepConfig) => string,
): string | undefined {
  const [had, has] = [edgesOfAgent(before), edgesOfAgent(after)]
  const left = indexSteps(after)
  const led = new Set(had.map(({ to }) => to))
  const leads = new Set(has.map(({ to }) => to))
  const lost = after.steps.filter(({ id }) => led.has(id) && !leads.has(id))
  if (lost.length === 0) return undefined
  const isGone = (id: string) => id !== 'START' && id !== 'END' && !left.has(id)
  const gone = had.filter(({ from, to }) => isGone(from) || isGone(to)).length
  const names = lost.slice(0, named).map(nameOf)
  const others = lost.length - names.length
  const list = names.join(', ')
  return [
    plural(gone, 'One connection went with it.', '{count} connections went with it.'),
    others === 0
      ? t('Nothing leads to {list} any more.', { list })
      : plural(
          others,
          'Nothing leads to {list} and one more step any more.',
          'Nothing leads to {list} and {count} more steps any more.',
          { list },
        ),
  ].join(' ')
}
