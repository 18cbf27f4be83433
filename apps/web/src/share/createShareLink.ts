import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import { wordNumber } from '../language/wordNumber.ts'
import { packText } from './packText.ts'
import { writeSharedFragment } from './sharedFragment.ts'

/** Many programs cut longer links, in characters. */
const LONGEST = 32_000

/**
 * An address of this app that carries the text of an agent in its fragment: nothing is uploaded, and no server sees it.
 *
 * @param base the address of the app
 * @throws AgentError `share.tooLarge`
 */
export async function createShareLink(text: string, base: string): Promise<string> {
  const url = new URL(writeSharedFragment(await packText(text)), base)
  url.search = ''
  const { href } = url
  if (href.length > LONGEST) {
    throw new AgentError(
      'share.tooLarge',
      word(
        'The link would be {length} characters long, and many programs cut links after {limit}. Send the file instead.',
        { length: wordNumber(href.length), limit: wordNumber(LONGEST) },
      ),
      { detail: { detail: { value: href.length, limit: LONGEST } } },
    )
  }
  return href
}
