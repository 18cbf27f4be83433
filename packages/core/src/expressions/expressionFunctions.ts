import type { ExpressionFunction } from './ExpressionFunction.ts'
import { listFunctions } from './listFunctions.ts'
import { numberFunctions } from './numberFunctions.ts'
import { textFunctions } from './textFunctions.ts'

/** Every function of the expression language, by name: what the editor offers and what the evaluator calls. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...textFunctions,
  ...listFunctions,
  ...numberFunctions,
].sort((a, b) => (a.name < b.name ? -1 : 1))

const byName: ReadonlyMap<string, ExpressionFunction> = new Map(expressionFunctions.map((item) => [item.name, item]))

/** The function of that name, or nothing. */
export function findFunction(name: string): ExpressionFunction | undefined {
  return byName.get(name)
}
