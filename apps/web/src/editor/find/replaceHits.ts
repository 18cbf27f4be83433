import type { AgentConfig, Json } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import { focusDocument, putBack } from '../focusDocument.ts'
import { setStepValue } from '../operations/setStepValue.ts'
import { parsePath, setAtPath } from '../setAtPath.ts'
import type { TextHit } from './listHits.ts'
import type { TextPlace } from './TextPlace.ts'

/**
 * The file with other words in place of each hit. The hits must be of this file. Where nothing changes it is the same
 * object; exits that are called by a replaced text keep their edges.
 */
export function replaceHits(
  file: AgentDocument,
  facts: StepFactsSource,
  hits: readonly TextHit[],
  replacement: string,
): AgentDocument {
  const byPlace = new Map<TextPlace, TextHit[]>()
  for (const hit of hits) {
    if (hit.kind === 'fixed') continue
    const known = byPlace.get(hit.place)
    if (known === undefined) byPlace.set(hit.place, [hit])
    else known.push(hit)
  }
  let changed = file
  for (const [place, found] of byPlace) {
    const text = replaceSpans(place.text, found, replacement)
    if (text === place.text) continue
    const before = focusDocument(changed, place.agentId)
    const agent = setText(before.agent, facts, place, text)
    changed = putBack(changed, place.agentId, { ...before, agent })
  }
  return changed
}

function replaceSpans(text: string, hits: readonly TextHit[], replacement: string): string {
  let out = ''
  let at = 0
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + replacement
    at = end
  }
  return out + text.slice(at)
}

function setText(agent: AgentConfig, facts: StepFactsSource, { stepId, path }: TextPlace, value: string): AgentConfig {
  if (stepId !== undefined) return setStepValue(agent, facts, { stepId, path, value })
  // An agent is plain JSON, and a text in the place of a text leaves its shape.
  return setAtPath(agent as unknown as Json, parsePath(path), value) as unknown as AgentConfig
}
