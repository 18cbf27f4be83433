import { Parser } from 'htmlparser2'

/** The element within `<metadata>` that holds an agent. */
const element = 'petal:agent'
const namespace = 'urn:petal-studio:agent'

/** The same SVG document with an agent's text in its metadata. */
export function writeSvgText(svg: string, text: string): string {
  const start = svg.indexOf('>', svg.indexOf('<svg')) + 1
  const metadata = `\n<metadata><${element} xmlns:petal="${namespace}">${toXmlText(text)}</${element}></metadata>`
  return svg.slice(0, start) + metadata + svg.slice(start)
}

/** The text that `writeSvgText` has put into a document; undefined when it has none. */
export function readSvgText(svg: string): string | undefined {
  let text: string | undefined
  let isInside = false
  const parser = new Parser(
    {
      onopentag(name) {
        if (name !== element || text !== undefined) return
        isInside = true
        text = ''
      },
      ontext(part) {
        if (isInside) text += part
      },
      onclosetag(name) {
        if (name === element) isInside = false
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  return text
}

/** JSON in XML: signs of XML as entities, and the two characters that XML cannot hold as JSON writes them. */
function toXmlText(json: string): string {
  return json
    .replaceAll('\ufffe', String.raw`\ufffe`)
    .replaceAll('\uffff', String.raw`\uffff`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
