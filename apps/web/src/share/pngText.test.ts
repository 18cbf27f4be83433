import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPng, readPngText, writePngText } from './pngText.ts'

/** A picture of one black point, as any program writes it. */
const point = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

test('whatever the text, it is read again, and the picture around it is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const written = await writePngText(point, text)
      expect(isPng(written)).toBe(true)
      expect(await readPngText(written)).toBe(text)
      const end = point.length - 12
      expect(written.subarray(0, end)).toEqual(point.subarray(0, end))
      expect(written.subarray(-12)).toEqual(point.subarray(-12))
    }),
  )
})

test('the chunk has the checksum that PNG asks for', async () => {
  const written = await writePngText(point, 'x')
  const end = new DataView(point.buffer).getUint32(point.length - 4)
  // That of the empty chunk at the end is the same in every picture: 0xAE426082.
  expect(end).toBe(0xae426082)
  const start = point.length - 12
  const length = new DataView(written.buffer).getUint32(start)
  expect(new TextDecoder('latin1').decode(written.subarray(start + 4, start + 20))).toBe('iTXtpetal-agent\0')
  expect(written.length).toBe(point.length + 12 + length)
})

test('a picture without a text, cut short, or no picture at all has none', async () => {
  expect(await readPngText(point)).toBeUndefined()
  expect(isPng(new TextEncoder().encode('{"version":1}'))).toBe(false)
  const written = await writePngText(point, 'a text')
  for (let length = 0; length < point.length; length += 1) {
    expect(await readPngText(written.subarray(0, length))).toBeUndefined()
  }
})

test('a text that was damaged is said to be', async () => {
  const written = await writePngText(point, 'An agent of many words, each of them its own')
  written[point.length - 12 + 8 + 20] = 0xff
  await expect(readPngText(written)).rejects.toMatchObject({ code: 'import.damaged' })
})
