import { plural } from '@petal/ui/language'
import type { TextHit } from '../../editor/find/listHits.ts'

type Replaced = readonly Pick<TextHit, 'place'>[]

/** What was changed, in words: how many places, and in how many steps. */
export function describeReplaced(hits: Replaced): { readonly places: string; readonly where: string | undefined } {
  return {
    places: plural(hits.length, 'One place was changed', '{count} places were changed'),
    where: describeWhere(hits),
  }
}

function describeWhere(hits: Replaced): string | undefined {
  const ofSteps = hits.filter(({ place }) => place.stepId !== undefined)
  const steps = new Set(ofSteps.map(({ place }) => JSON.stringify([place.agentId, place.stepId]))).size
  if (steps === 0) return undefined
  return ofSteps.length === hits.length
    ? plural(steps, 'In one step.', 'In {count} steps.')
    : plural(steps, 'In one step, and elsewhere in the file.', 'In {count} steps, and elsewhere in the file.')
}
