import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import { wordNumber } from '../../language/wordNumber.ts'
import { isPng, readPngText } from '../../share/pngText.ts'
import type { ImportSource } from './planImport.ts'

/** Larger files are not even read into memory, in bytes. */
const MOST_BYTES = 20 * 1024 * 1024

/**
 * The contents of a file the person chose; of a picture the agent in it.
 *
 * @throws AgentError `import.tooLarge`, `import.encoding` when the browser cannot read it, or `import.picture` for a
 * picture without an agent.
 */
export async function readImportFile(file: File): Promise<ImportSource> {
  if (file.size > MOST_BYTES) {
    const size = wordNumber(file.size / 1024 / 1024, 1)
    throw new AgentError(
      'import.tooLarge',
      word('{name} is {size} MB; the limit is 20 MB. An agent is rarely larger than 1 MB: is it the right file?', {
        name: file.name,
        size,
      }),
      {
        detail: { detail: { value: file.size, limit: MOST_BYTES } },
      },
    )
  }
  const content = await readBytes(file)
  const text = await readPicture(file, content)
  return { name: file.name, content: text ?? content }
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new AgentError(
      'import.encoding',
      word('{name} cannot be read. Was it moved or deleted?', { name: file.name }),
      {
        cause,
      },
    )
  }
}

/** The agent in a picture; undefined for what is none. */
async function readPicture(file: File, content: Uint8Array): Promise<string | undefined> {
  const isSvg = file.type === 'image/svg+xml' || /\.svg$/i.test(file.name)
  if (!isSvg && !isPng(content) && !file.type.startsWith('image/')) return undefined
  const text = isSvg ? await readSvg(content) : isPng(content) ? await readPngText(content) : undefined
  if (text !== undefined) return text
  throw new AgentError(
    'import.picture',
    word(
      'This picture holds no agent. Pictures exported here do, until a program edits, shrinks or copies them: ask for the picture’s own file, or for the agent’s.',
    ),
  )
}

/** What reads SVG is loaded with the first one. */
async function readSvg(content: Uint8Array): Promise<string | undefined> {
  const { readSvgText } = await import('../../share/svgText.ts')
  return readSvgText(new TextDecoder().decode(content))
}
