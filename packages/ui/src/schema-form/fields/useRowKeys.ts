import { useState } from 'react'

/** The identities of a list's rows. */
export interface RowKeys {
  readonly list: readonly number[]
  remove(index: number): void
  move(index: number, to: number): void
}

/**
 * Keys for `count` rows that stay with their rows when these are moved or removed by hand. When the list changes from
 * outside, as by undo, a row keeps its place's key: what has the focus in it is not made anew.
 */
export function useRowKeys(count: number): RowKeys {
  const [keys] = useState<{ list: number[]; next: number }>({ list: [], next: 0 })
  keys.list.length = Math.min(keys.list.length, count)
  while (keys.list.length < count) {
    keys.list.push(keys.next)
    keys.next += 1
  }
  return {
    list: keys.list,
    remove: (index) => {
      keys.list.splice(index, 1)
    },
    move: (index, to) => {
      keys.list.splice(to, 0, ...keys.list.splice(index, 1))
    },
  }
}
