import { describe, expect, test } from 'vitest'
import { rankChoice } from './rankChoice.ts'

describe('rankChoice', () => {
  test('the beginning of the title first, then words of it, then what is within it, then other words', () => {
    const titles = ['Test the agent', 'Save as a test', 'Contest', 'Run']
    const ranks = titles.map((title) => rankChoice('test', title, title === 'Run' ? ['try', 'test'] : []))
    expect(ranks).toEqual([1, 0.8, 0.6, 0.4])
  })

  test('letters spread over a title are no match', () => {
    expect(rankChoice('test', 'Distribute horizontally, last step', [])).toBe(0)
    expect(rankChoice('test', 'Add step: Set values', ['set'])).toBe(0)
  })

  test('beginnings of its words are one', () => {
    expect(rankChoice('sat', 'Save as a test', [])).toBe(0.2)
    expect(rankChoice('adout', 'Add step: Output', [])).toBe(0.2)
    expect(rankChoice('add out', 'Add step: Output', [])).toBe(0.8)
  })

  test('signs are signs, and case is none', () => {
    expect(rankChoice('(a', 'Write (all)', [])).toBe(0.8)
    expect(rankChoice('OPEN  Agent', 'Open agent: Chain', [])).toBe(1)
    expect(rankChoice('übe', 'Schritt über', [])).toBe(0.8)
  })

  test('long titles are judged at once', () => {
    expect(rankChoice('aaaaaaaaaaaaaaab', 'a a a a a a a a a a a a a a a a', [])).toBe(0)
  })
})
