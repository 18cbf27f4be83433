import { type Json, resolvePath } from '@petal/core/model'

/** The value that a path leads to inside another; undefined where it leads to nothing. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return resolvePath({ value }, ['value', ...path])
}
