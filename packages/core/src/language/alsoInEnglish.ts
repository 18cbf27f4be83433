import { inEnglish } from './inEnglish.ts'
import { speech } from './speech.ts'
import type { Wording } from './Wording.ts'

/** What was said by whoever knows one language only, and the same made once more in English; not while that is spoken. */
export function alsoInEnglish(said: string, make: () => string | undefined): Wording {
  return { said, english: speech.translator === undefined ? said : (inEnglish(make) ?? said) }
}
