import { extractRawText } from 'mammoth'
import type { Parser } from '../Parser.ts'

/** The text of a Word document, paragraph by paragraph. Pictures and links in it are not looked at. */
export const parseDocx: Parser = async (bytes) => {
  const { value } = await extractRawText({ arrayBuffer: new Uint8Array(bytes).buffer })
  return value
}
