import { Parser as HtmlParser } from 'htmlparser2'
import type { Parser } from '../Parser.ts'
import { parseText } from './parseText.ts'

const hidden = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'title',
  'iframe',
  'object',
  'select',
])
const blocks = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend main nav ol p pre section summary table ul'.split(
    ' ',
  ),
)
const lines = new Set(['br', 'li', 'tr', 'option', 'caption'])

/** What a person would read on the page. It is never shown as a page: no script, style or picture of it is loaded. */
export const parseHtml: Parser = async (bytes, onProgress) => {
  const reader = new PageReader()
  const parser = new HtmlParser(reader, { decodeEntities: true })
  parser.end(await parseText(bytes, onProgress))
  return reader.text
}

class PageReader {
  text = ''
  #hidden = 0
  #verbatim = 0

  onopentag(name: string): void {
    if (hidden.has(name)) this.#hidden += 1
    if (name === 'pre') this.#verbatim += 1
    this.#breakFor(name)
    if (name === 'li') this.text += '- '
    if ((name === 'td' || name === 'th') && !/[\n|]\s*$|^$/.test(this.text.slice(-4))) this.text += ' | '
  }

  onclosetag(name: string): void {
    if (hidden.has(name)) this.#hidden -= 1
    if (name === 'pre') this.#verbatim -= 1
    if (name !== 'br') this.#breakFor(name)
  }

  ontext(text: string): void {
    if (this.#hidden > 0) return
    const words = this.#verbatim > 0 ? text : text.replace(/\s+/g, ' ')
    this.text += /\s$|^$/.test(this.text.slice(-1)) && this.#verbatim === 0 ? words.trimStart() : words
  }

  #breakFor(name: string): void {
    if (blocks.has(name) && !/\n\n$|^$/.test(this.text.slice(-2))) this.text = `${this.text.trimEnd()}\n\n`
    if (lines.has(name) && !/\n$|^$/.test(this.text.slice(-1))) this.text += '\n'
  }
}
