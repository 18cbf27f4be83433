import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentFileName } from './downloadText.ts'
import { keptVersions } from './keptVersions.ts'

const DAY = 24 * 60 * 60 * 1000
const version = (rev: number, at: number) => ({ id: 'a', rev, at, text: '' })

describe('the versions worth keeping', () => {
  it('are the newest twenty, and the newest of each earlier day', () => {
    const today = Array.from({ length: 25 }, (_, index) => version(100 + index, 40 * DAY + index))
    const earlier = [version(1, 38 * DAY), version(2, 38 * DAY + 5), version(3, 39 * DAY)]
    expect(keptVersions([...earlier, ...today]).map(({ rev }) => rev)).toEqual([
      ...today
        .slice(-20)
        .map(({ rev }) => rev)
        .reverse(),
      3,
      2,
    ])
  })

  it('are all that have a name, and the newest twenty of those with a reason, whatever is kept while editing', () => {
    const reason = { kind: 'tidy' } as const
    const named = Array.from({ length: 30 }, (_, index) => ({ ...version(index, 0), name: `Draft ${index}` }))
    const before = Array.from({ length: 25 }, (_, index) => ({ ...version(100 + index, 0), reason }))
    const plain = Array.from({ length: 25 }, (_, index) => version(200 + index, 0))
    const kept = keptVersions([...named, ...before, ...plain])
    expect(kept.filter(({ name }) => name !== undefined)).toHaveLength(30)
    expect(kept.filter((one) => one.reason === reason)).toEqual(before.slice(-20).reverse())
    expect(kept.filter(({ rev }) => rev >= 200)).toEqual(plain.slice(-20).reverse())
  })

  it('never leave the newest out, whatever the clock said, and stay few', () => {
    const versions = fc.array(fc.integer({ min: 0, max: 400 * DAY }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(versions, (times) => {
        const all = times.map((at, rev) => version(rev, at))
        const kept = keptVersions(all)
        expect(kept[0]?.rev).toBe(all.length - 1)
        expect(kept.length).toBeLessThanOrEqual(50)
        expect(keptVersions(kept)).toEqual(kept)
      }),
    )
  })
})

describe('the name of a file', () => {
  it.each([
    ['Support triage', 'support-triage.agent.json'],
    ['Café / Straße?', 'cafe-straße.agent.json'],
    ['../../etc/passwd', 'etc-passwd.agent.json'],
    ['日本語', '日本語.agent.json'],
    ['***', 'agent.agent.json'],
  ])('of %j is %s', (name, file) => {
    expect(agentFileName(name)).toBe(file)
  })
})
