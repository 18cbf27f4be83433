import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createShareLink } from './createShareLink.ts'
import { packText, unpackText } from './packText.ts'
import { readPacked, readSharedFragment } from './sharedFragment.ts'

describe('a packed text', () => {
  test('is the same again, whatever it says, in letters that an address takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const packed = await packText(text)
        expect(packed).toMatch(/^[\w-]+$/)
        expect(await unpackText(packed)).toBe(text)
      }),
    )
  })

  test('that was cut, or changed, is said to be damaged', async () => {
    const packed = await packText('An agent of many words, each of them its own: alpha beta gamma delta epsilon')
    for (const bad of ['', '!', packed.slice(0, packed.length / 2), `A${packed}`]) {
      await expect(unpackText(bad), bad).rejects.toMatchObject({ code: 'share.damaged' })
    }
  })

  test('that grows beyond the limit is given up on the way', async () => {
    const bomb = await packText(' '.repeat(3_000_000))
    expect(bomb.length).toBeLessThan(5000)
    await expect(unpackText(bomb, 1_000_000)).rejects.toMatchObject({ code: 'share.bomb' })
  })
})

describe('a link to share', () => {
  test('carries the text in its fragment and leaves out where the page stood', async () => {
    const link = new URL(await createShareLink('{"version":1}', 'https://studio.example/app/?x=1#/agent/abc'))
    expect(`${link.origin}${link.pathname}${link.search}`).toBe('https://studio.example/app/')
    expect(await unpackText(readPacked(readSharedFragment(link.hash) ?? ''))).toBe('{"version":1}')
  })

  test('is read though a sign was put behind it, and refused in words where it cannot be', async () => {
    const packed = await packText('text')
    for (const end of ['', ')', '.', '%3D', '&x=1']) expect(readPacked(`1.${packed}${end}`)).toBe(packed)
    expect(() => readPacked('2.abc')).toThrow(expect.objectContaining({ code: 'import.newer' }))
    for (const bad of ['', '1.', 'abc', '1.%20']) {
      expect(() => readPacked(bad), bad).toThrow(expect.objectContaining({ code: 'share.damaged' }))
    }
    expect(readSharedFragment('#/agent/abc')).toBeUndefined()
  })

  test('that would be cut on its way is not made', async () => {
    const text = fc.sample(fc.string({ minLength: 60_000, maxLength: 60_000 }), 1).join('')
    await expect(createShareLink(text, 'https://studio.example/')).rejects.toMatchObject({ code: 'share.tooLarge' })
  })
})
