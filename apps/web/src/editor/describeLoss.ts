import type { AgentConfig, StepConfig } from '@petal/core/model'
import { plural, t } from '@petal/ui/language'
import { edgeId } from './edgeId.ts'
import { edgesOfAgent, indexSteps } from './selectors.ts'

/** More names than this are counted. */
const named = 3

/**
 * What went with deleted steps beyond themselves, in words: how many connections, and the steps that nothing leads to any
 * more. Undefined where no step has lost its last way in, and where none was deleted: whoever deletes a connection by
 * itself sees what it led to.
 */
export function describeLoss(
  before: AgentConfig,
  after: AgentConfig,
  nameOf: (step: StepConfig) => string,
): string | undefined {
  const left = indexSteps(after)
  if (before.steps.every(({ id }) => left.has(id))) return undefined
  const [had, has] = [edgesOfAgent(before), edgesOfAgent(after)]
  const led = new Set(had.map(({ to }) => to))
  const leads = new Set(has.map(({ to }) => to))
  const lost = after.steps.filter(({ id }) => led.has(id) && !leads.has(id))
  if (lost.length === 0) return undefined
  const kept = new Set(has.map(edgeId))
  const gone = had.filter((edge) => !kept.has(edgeId(edge))).length
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
