import { createContext } from 'react'

/** Hears of each burst of typing below it that begins (`true`), and that has been handed on or dropped (`false`). */
export const BurstContext = createContext<(isPending: boolean) => void>(() => undefined)
