/** Signs that names are put together as the code runs: computed keys, spread values other than the whole state, read JSON. */
const computed =
  /\]\s*(?::|=(?!=)|(?:[-+/%^]|\*\*?|&&?|\|\|?|\?\?|<<|>>>?)=|\+\+|--)|(?:\+\+|--)\s*[\w$.]+\s*\[|\.\.\.(?!\s*state\s*[,}])|\b(?:JSON\.parse|fromEntries|Object\.assign|defineProperty|Reflect|eval|Function)\b|\\[ux]/

/**
 * The names among which are the fields that code returns: every word in it, where each `return` spells out an object.
 * `undefined` when the code may make up names as it runs, or there is none.
 */
export function listReturned(code: string): readonly string[] | undefined {
  if (computed.test(code)) return undefined
  const returns = code.match(/\breturn\b/g) ?? []
  const spelt = code.match(/\breturn\s*\{/g) ?? []
  if (returns.length === 0 || returns.length > spelt.length) return undefined
  return [...new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu))]
}
