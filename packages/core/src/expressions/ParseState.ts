import type { ExpressionNode } from './Expression.ts'
import type { TokenReader } from './TokenReader.ts'

/** What the parser carries along. `budget` is shared by the whole expression, `depth` grows with nesting. */
export interface ParseState {
  readonly reader: TokenReader
  readonly depth: number
  readonly budget: { nodes: number }
  /** Parses operators stronger than `floor`; passed along, since operands hold operations and the other way round. */
  readonly parse: (state: ParseState, floor: number) => ExpressionNode
}
