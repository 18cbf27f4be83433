import { AgentError } from '../errors/AgentError.ts'
import type { ProblemCode } from '../errors/Problem.ts'
import { joinWordings } from '../language/joinWordings.ts'
import { word } from '../language/word.ts'
import { copyJson } from './copyJson.ts'
import type { Json } from './Json.ts'

/**
 * A deep copy of `value` as plain JSON, such that `JSON.parse(JSON.stringify(copy))` equals the copy: what a run holds
 * live is then what a reload brings back. Keys with `undefined` are dropped, `undefined` in a list becomes `null`,
 * `-0` becomes `0`. Objects that look like another library's markers (`{ lc: 1 … }`) stay data.
 *
 * @param path How the value is called in messages. Default `value`.
 * @param code The code of the fault. Default `run.resultType`, because most values come from a run.
 * @throws AgentError that names the path of what JSON cannot hold: NaN and infinities, BigInt,
 * functions, symbols, cycles, dates, maps and other class instances, a `__proto__` key, more than 100 levels, more
 * than 1,000,000 values.
 */
export function normalizeJson(value: unknown, path = 'value', code: ProblemCode = 'run.resultType'): Json {
  return copyJson(value, path, ({ path: at, what, hint }) => {
    const message = word('{at} is {what}, which JSON cannot hold.', { at, what })
    return new AgentError(code, hint === '' ? message : joinWordings([message, ' ', hint]), { path: at })
  })
}
