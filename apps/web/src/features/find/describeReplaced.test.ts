import { expect, test } from 'vitest'
import { describeReplaced } from './describeReplaced.ts'

const hit = (stepId?: string, agentId?: string) => ({
  place: {
    path: 'nodeName',
    text: 'A',
    language: 'text' as const,
    ...(stepId === undefined ? {} : { stepId }),
    ...(agentId === undefined ? {} : { agentId }),
  },
})

test.each([
  ['several places of one step', [hit('a'), hit('a')], '2 places were changed', 'In one step.'],
  ['steps of one id in two agents', [hit('a'), hit('a', 'inner')], '2 places were changed', 'In 2 steps.'],
  ['a note as well', [hit('a'), hit()], '2 places were changed', 'In one step, and elsewhere in the file.'],
  ['a note alone', [hit()], 'One place was changed', undefined],
])('%s', (_, hits, places, where) => {
  expect(describeReplaced(hits)).toEqual({ places, where })
})
