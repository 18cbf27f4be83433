import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import type { Parser } from '../Parser.ts'

/** The most pages that are read. */
const MAX_PAGES = 3_000

/**
 * The text of a PDF, page by page. The library's own worker code is loaded into this worker, which is ended after the
 * file: nothing of a document outlives it, and no script of a document runs.
 */
export const parsePdf: Parser = async (bytes, onProgress) => {
  const [{ getDocument }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.mjs').then((worker) => Object.assign(globalThis, { pdfjsWorker: worker })),
  ])
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const document = await loading.promise
    const total = document.numPages
    if (total > MAX_PAGES) {
      throw new AgentError(
        'import.tooLarge',
        word('The file has {total} pages; the limit is {limit}. Split it.', { total, limit: MAX_PAGES }),
      )
    }
    const pages: string[] = []
    for (let number = 1; number <= total; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(joinItems(items))
      page.cleanup()
      onProgress(number, total)
    }
    return pages.join('\n\n')
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'PasswordException') {
      throw new AgentError(
        'import.locked',
        word('The file is locked with a password. Save it without one and add it again.'),
      )
    }
    throw fault
  }
}

type Item = {
  readonly str: string
  readonly hasEOL: boolean
  readonly transform: readonly number[]
  readonly height: number
}

/** Lines of a page; a gap of more than a line and a half between two of them begins a paragraph. */
function joinItems(items: readonly (object | Item)[]): string {
  let text = ''
  let lastY: number | undefined
  for (const item of items) {
    if (!isText(item)) continue
    const y = item.transform[5] ?? 0
    const gap = lastY === undefined ? 0 : Math.abs(lastY - y)
    if (item.str.trim() !== '') {
      if (lastY !== undefined && gap > item.height * 1.7 && item.height > 0) text = `${text.trimEnd()}\n\n`
      lastY = y
    }
    text += item.str
    if (item.hasEOL) text += '\n'
  }
  return text
}

function isText(item: object): item is Item {
  return 'str' in item
}
