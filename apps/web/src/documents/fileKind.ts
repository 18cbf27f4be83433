/** How a file is read. */
export type FileKind = 'text' | 'html' | 'pdf' | 'docx'

const byEnding: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  csv: 'text',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'docx',
}

/** What the file dialog offers. */
export const acceptedFiles: string = Object.keys(byEnding)
  .map((ending) => `.${ending}`)
  .join(',')

/** How to read a file of this name; undefined for one that nobody here can read. */
export function fileKind(name: string): FileKind | undefined {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  return Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined
}
