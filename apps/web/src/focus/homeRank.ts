/** Where the focus is at home, the best place first: what is in hand, or else any step, or else what stands beside them. */
export const homeRank = { row: 1, selected: 2, step: 3, other: 4 } as const
