const fence = /^ {0,3}(`{3,}|~{3,})/

/**
 * Cuts a growing markdown text after its last finished paragraph: what is before never changes any more, so that it
 * need not be read again with every token. Never cuts inside a fenced block.
 */
export function splitSettled(text: string): { readonly settled: string; readonly rest: string } {
  let cut = 0
  let at = 0
  let open: string | undefined
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1]
    if (mark !== undefined) open = open === undefined ? mark : closes(open, mark) ? undefined : open
    at += line.length + 1
    if (open === undefined && line.trim() === '' && at <= text.length) cut = at
  }
  return { settled: text.slice(0, cut), rest: text.slice(cut) }
}

function closes(open: string, mark: string): boolean {
  return mark[0] === open[0] && mark.length >= open.length
}
