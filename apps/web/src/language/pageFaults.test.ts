import { AgentError } from '@petal/core/model'
import { setTranslator } from '@petal/ui/language'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileKind } from '../documents/fileKind.ts'
import type { ParseMessage } from '../documents/ParseMessage.ts'
import { parseFile } from '../documents/parseFile.ts'
import { readFileText } from '../documents/readFileText.ts'
import { readImportFile } from '../features/transfer/readImportFile.ts'
import { deniedError, readText } from '../files/fileText.ts'
import { createShareLink } from '../share/createShareLink.ts'
import { packText, unpackText } from '../share/packText.ts'
import { readPngText, writePngText } from '../share/pngText.ts'
import { readPacked } from '../share/sharedFragment.ts'
import { speak } from './speak.ts'

beforeAll(() => speak('de'))
afterAll(() => setTranslator(undefined))

/** A file that says how large it is, and cannot be read. */
function fileOf(name: string, size: number): File {
  const file = new File([], name)
  const arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
  return Object.defineProperties(file, { size: { value: size }, arrayBuffer: { value: arrayBuffer } })
}

/** What the browser gives for a file that the person chose before. */
function handleOf(getFile: () => Promise<File>): FileSystemFileHandle {
  // Of a handle only these are asked.
  return { kind: 'file', name: 'my.agent.json', getFile } as Partial<FileSystemFileHandle> as FileSystemFileHandle
}

async function faultOf(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (fault) {
    return fault
  }
  throw new Error('expected a fault')
}

const noise = Array.from({ length: 60_000 }, (_, index) => Math.sin(index).toString(36)).join('')
const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
const damagedPng = async () => {
  const head = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 73, 69, 78, 68, 0, 0, 0, 0])
  const png = await writePngText(head, 'an agent')
  return png.map((byte, index) => (index > 40 && index < 44 ? byte ^ 0xff : byte))
}

test.each<[string, () => unknown, string, string]>([
  [
    'a document of an unknown kind',
    () => readFileText(fileOf('a.xyz', 1)),
    '"a.xyz" is of a kind that cannot be read here.',
    '„a.xyz“ ist von einer Art, die hier nicht gelesen werden kann.',
  ],
  [
    'a document that is too large',
    () => readFileText(fileOf('a.txt', 25_340_000)),
    '"a.txt" is 25.3 MB; the limit is 25 MB. Split the file.',
    '„a.txt“ hat 25,3 MB;',
  ],
  ['a document that was moved', () => readFileText(fileOf('a.txt', 1)), '"a.txt" cannot be read. Was it', '„a.txt“ '],
  [
    'an import that is too large',
    () => readImportFile(fileOf('a.json', 30 * 1024 * 1024)),
    'a.json is 30 MB; the limit is 20 MB.',
    'a.json hat 30 MB; die Grenze ist 20 MB.',
  ],
  ['an import that was moved', () => readImportFile(fileOf('a.json', 1)), 'a.json cannot be read.', 'a.json '],
  [
    'a picture without an agent',
    () => readImportFile(new File(['x'], 'a.gif', { type: 'image/gif' })),
    'This picture holds no agent.',
    'Dieses Bild ',
  ],
  ['a file that is gone', () => readText(handleOf(gone)), 'my.agent.json is not there any more', 'my.agent.json '],
  [
    'a file that grew too large',
    () => readText(handleOf(async () => fileOf('my.agent.json', 30_000_000))),
    'my.agent.json is larger than 20 MB.',
    'my.agent.json ist größer als 20 MB.',
  ],
  [
    'a file that is kept closed',
    () => Promise.reject(deniedError(handleOf(gone))),
    'The browser keeps the file my.agent.json closed.',
    'Der Browser ',
  ],
  ['a damaged link', () => readPacked('%'), 'This link is damaged', 'Dieser Link ist beschädigt'],
  [
    'a link of a newer version',
    () => readPacked('9.abc'),
    'A newer version has made this link.',
    'Eine neuere Version',
  ],
  [
    'a link that unpacks to too much',
    async () => unpackText(await packText('x'.repeat(3_000_000)), 1_500_000),
    'This link unpacks to more than 1.5 MB',
    'Dieser Link entpackt sich zu mehr als 1,5 MB',
  ],
  [
    'an agent that is too large for a link',
    () => createShareLink(noise, 'https://petal.example/'),
    'and many programs cut links after 32,000. Send the file instead.',
    'und viele Programme schneiden Links nach 32.000 ab.',
  ],
  [
    'a damaged picture',
    async () => readPngText(await damagedPng()),
    'The agent in this picture is damaged.',
    'Der Agent in diesem Bild ist beschädigt.',
  ],
])('%s is told in German, and in English to programs', async (_, work, english, german) => {
  const fault = await faultOf(work)
  if (!AgentError.isInstance(fault)) throw fault
  expect(fault.message).toContain(english)
  expect(fault.toProblem().message).toContain(german)
  expect(fault.toProblem().english).toBe(fault.message)
})

test.each<[FileKind, Uint8Array | string, string, string]>([
  ['text', new Uint8Array([0x4b, 0xf6, 0x72]), 'The file is not UTF-8.', 'Die Datei ist nicht UTF-8.'],
  ['text', ' ', 'There is no text in "file".', 'In „file“ ist kein Text.'],
  ['docx', 'no zip', '"file" cannot be read: the file is damaged', '„file“ '],
  ['text', 'x'.repeat(5_000_001), 'has more than 5,000,000 characters.', '5.000.000 Zeichen'],
])('the reader of documents says what is wrong with a %s file', async (kind, content, english, german) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const told: ParseMessage[] = []
  await parseFile({ kind, name: 'file', bytes, language: 'de' }, (message) => told.push(message))
  expect(told.at(-1)).toMatchObject({
    petal: 'problem',
    problem: { english: expect.stringContaining(english), message: expect.stringContaining(german) },
  })
})
