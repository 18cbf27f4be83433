import { t } from '../language/t.ts'
import type { ExpressionNode } from './Expression.ts'
import { SyntaxFault } from './ExpressionFault.ts'
import type { TokenReader } from './TokenReader.ts'

/** What the parser carries along. `budget` is shared by the whole expression, `depth` grows with nesting. */
export interface ParseState {
  readonly reader: TokenReader
  readonly depth: number
  readonly budget: { nodes: number }
  /** Parses operators stronger than `floor`; passed along, since operands hold operations and the other way round. */
  readonly parse: (state: ParseState, floor: number) => ExpressionNode
}

const MAX_DEPTH = 100
const MAX_NODES = 1000

/** One level deeper; refused when the expression is nested too deep to be worked out safely. */
export function descend(state: ParseState): ParseState {
  if (state.depth >= MAX_DEPTH)
    throw tooMuch(
      state,
      t('The expression is nested deeper than {limit} levels. Split it over several fields.', { limit: MAX_DEPTH }),
    )
  return { ...state, depth: state.depth + 1 }
}

/** Counts one part; refused when the expression has too many. */
export function countPart(state: ParseState): void {
  state.budget.nodes += 1
  if (state.budget.nodes > MAX_NODES)
    throw tooMuch(
      state,
      t('The expression is longer than {limit} parts. Split it over several fields.', { limit: MAX_NODES }),
    )
}

function tooMuch({ reader }: ParseState, message: string): SyntaxFault {
  const { start, end } = reader.peek()
  return new SyntaxFault({
    message,
    start,
    end,
  })
}
