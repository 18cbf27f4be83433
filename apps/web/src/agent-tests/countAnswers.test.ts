import { expect, test } from 'vitest'
import type { AgentTest } from './AgentTest.ts'
import { countAnswers } from './countAnswers.ts'

const given = { question: 'a?', answer: true }
const kept: AgentTest = { id: 't', name: 'T', input: {}, expectations: [], models: 'replayed', recorded: {} }

test.each<[number, Partial<AgentTest>]>([
  [0, {}],
  [3, { answers: { 'ask#1': [given, given], 'call#1/ask#1': [given] } }],
  [1, { recorded: { 'call#1': { update: {} } }, answers: { 'call#1/ask#1': [given], 'call#10/ask#1': [given] } }],
  [0, { recorded: { 'work#1': { update: {} } }, answers: { 'work#1': [given] } }],
  [1, { models: 'asked', recorded: { 'work#1': { update: {} } }, answers: { 'work#1': [given] } }],
])('%i answers can be taken in %j', (count, part) => {
  expect(countAnswers({ ...kept, ...part })).toBe(count)
})
