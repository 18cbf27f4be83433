import type { OutlineWay } from './OutlineRow.ts'

/** Another way on from the start, which leads nowhere yet. */
export const wayFromStart: Pick<OutlineWay, 'kind' | 'edge'> = { kind: 'open', edge: { from: 'START', to: 'END' } }
