import { type AgentConfig, parseTemplate } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { findInText, type TextQuery, type TextSpan } from './findInText.ts'
import { listTextPlaces } from './listTextPlaces.ts'
import type { TextPlace } from './TextPlace.ts'

/** What a hit is a part of: replacing more than text may change what the agent does. */
export type HitKind = 'text' | 'reference' | 'expression' | 'code' | 'exit' | 'fixed'

/** One occurrence of what was looked for. */
export interface TextHit extends TextSpan {
  /** The same for the same place in the same text. */
  readonly id: string
  readonly place: TextPlace
  readonly kind: HitKind
}

/** Every occurrence in a file, agent by agent and step by step. */
export function listHits(file: AgentConfig, facts: StepFactsSource, query: TextQuery): readonly TextHit[] {
  return query.text === '' ? [] : findHits(listTextPlaces(file, facts), query)
}

/** The same among places that are known: they stay as they are while one types what to look for. */
export function findHits(places: readonly TextPlace[], query: TextQuery): readonly TextHit[] {
  const find = findInText(query)
  return places.flatMap((place) => {
    const spans = find(place.text)
    if (spans.length === 0) return []
    const kindOf = judge(place)
    const { agentId = '', stepId = '', path } = place
    return spans.map((span) => ({
      ...span,
      id: `${agentId} ${stepId} ${path} ${span.start}`,
      place,
      kind: kindOf(span),
    }))
  })
}

function judge({ text, language, isFixed }: TextPlace): (span: TextSpan) => HitKind {
  if (isFixed) return () => 'fixed'
  if (language !== 'template') return () => language
  const references = parseTemplate(text).parts.filter(({ kind }) => kind === 'reference')
  return ({ start, end }) =>
    references.some((reference) => start < reference.end && reference.start < end) ? 'reference' : 'text'
}
