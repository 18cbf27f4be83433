import { expect, it } from 'vitest'
import type { FileKind } from './fileKind.ts'
import type { ParseMessage } from './ParseMessage.ts'
import { parseFile } from './parseFile.ts'

async function parse(kind: FileKind, content: string | Uint8Array): Promise<ParseMessage> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const told: ParseMessage[] = []
  await parseFile({ kind, name: 'file', bytes, language: 'en' }, (message) => told.push(message))
  const last = told.at(-1)
  if (last === undefined) throw new Error('expected a message')
  return last
}

it.each<[FileKind, string | Uint8Array, string]>([
  ['text', 'a\r\nb  \n\n\n\nc\0', 'a\nb\n\nc'],
  ['text', new Uint8Array([0xef, 0xbb, 0xbf, 0x68, 0x69]), 'hi'],
  ['text', new Uint8Array([0xff, 0xfe, 0x68, 0, 0x69, 0]), 'hi'],
  ['html', '<p>One</p><p>Two &amp; three', 'One\n\nTwo & three'],
  ['html', '<title>T</title><style>p{}</style><script>x()</script>Seen', 'Seen'],
  ['html', '<h1>A</h1><ul><li>b<li>c</ul>d<br>e', 'A\n\n- b\n- c\n\nd\ne'],
  ['html', '<table><tr><th>a<th>b<tr><td>1<td>2</table>', 'a | b\n1 | 2'],
  ['html', '<pre>a\n  b</pre>', 'a\n  b'],
  ['html', '<p>un <b>der</b> <i>line</i>d</p>', 'un der lined'],
])('%s: %o', async (kind, content, text) => {
  expect(await parse(kind, content)).toEqual({ petal: 'text', text })
})

it.each<[FileKind, string | Uint8Array, string]>([
  ['text', new Uint8Array([0x4b, 0xf6, 0x72]), 'import.encoding'],
  ['text', ' \n ', 'import.empty'],
  ['html', '<script>x()</script>', 'import.empty'],
  ['docx', 'no zip', 'import.damaged'],
  ['text', 'x'.repeat(5_000_001), 'import.tooLarge'],
])('%s that cannot be taken is a problem', async (kind, content, code) => {
  expect(await parse(kind, content)).toMatchObject({ petal: 'problem', problem: { code } })
})
