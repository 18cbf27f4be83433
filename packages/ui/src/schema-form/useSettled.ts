import type { Json, Problem } from '@petal/core/model'
import { useEffect, useState } from 'react'

/** How long (ms) a value must stay as it is before what is new about it is said. */
const calm = 600

/**
 * The problems of a field, without those that come and go with every key: what is mended leaves at once, what is new
 * waits until the value has not changed for a moment.
 */
export function useSettled(problems: readonly Problem[], value: Json | undefined): readonly Problem[] {
  const [settled, setSettled] = useState(problems)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the value begins the wait anew
  useEffect(() => {
    if (problems === settled) return undefined
    const timer = setTimeout(() => setSettled(problems), calm)
    return () => clearTimeout(timer)
  }, [problems, settled, value])
  if (problems === settled) return problems
  const known = new Set(settled.map(words))
  const still = problems.filter((problem) => known.has(words(problem)))
  return still.length === problems.length ? problems : still
}

function words({ code, message }: Problem): string {
  return `${code} ${message}`
}
