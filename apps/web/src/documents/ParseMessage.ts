import type { Problem } from '@petal/core/model'
import type { FileKind } from './fileKind.ts'

/** The only message to a parser: one file. */
export interface ParseOrder {
  readonly kind: FileKind
  readonly name: string
  readonly bytes: Uint8Array
  /** What is wrong is said in this one. */
  readonly language: string
}

/** What a parser tells. `petal` tells its messages from those that a library sends by itself. */
export type ParseMessage =
  | { readonly petal: 'progress'; readonly done: number; readonly total: number }
  | { readonly petal: 'text'; readonly text: string }
  | { readonly petal: 'problem'; readonly problem: Problem }
