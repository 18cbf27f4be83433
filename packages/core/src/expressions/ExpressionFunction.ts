import type { Json, JsonObject } from '../json/Json.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { isList, isRecord } from '../templates/resolvePath.ts'
import { TypeFault } from './ExpressionFault.ts'
import { typeName } from './typeName.ts'

/** A function of the expression language, with what an editor needs to offer it. */
export interface ExpressionFunction {
  readonly name: string
  /** How it is called: `join(list, separator?)`. */
  readonly signature: string
  /** One sentence. */
  readonly description: string
  /** Fewest and most arguments. */
  readonly arity: readonly [min: number, max: number]
  /** Works on values that were checked for their number only; throws when their kinds do not suit it. */
  apply(args: readonly Json[]): Json
}

/** Reads arguments by kind; throws a `TypeFault` that names the function. */
export const expectArgument = {
  text(name: string, value: Json | undefined): string {
    if (typeof value === 'string') return value
    throw wrongKind(name, word('a text'), value)
  },
  number(name: string, value: Json | undefined): number {
    if (typeof value === 'number') return value
    throw wrongKind(name, word('a number'), value)
  },
  list(name: string, value: Json | undefined): readonly Json[] {
    if (isList(value)) return value
    throw wrongKind(name, word('a list'), value)
  },
  object(name: string, value: Json | undefined): JsonObject {
    if (isRecord(value)) return value
    throw wrongKind(name, word('an object'), value)
  },
}

/** The fault of a value that a function cannot take. */
export function wrongKind(name: string, wanted: Wording, value: Json | undefined): TypeFault {
  return new TypeFault(word('{name} needs {wanted}, not {value}.', { name, wanted, value: typeName(value) }))
}
