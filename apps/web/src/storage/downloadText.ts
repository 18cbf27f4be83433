/** Hands a text to the person as a file. */
export function downloadText(fileName: string, text: string, type = 'application/json'): void {
  download(fileName, new Blob([text], { type }))
}

/** Hands a file to the person. */
export function download(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser reads the file only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A file name that every system takes: `support-triage.agent.json`. */
export function agentFileName(name: string, extension = 'agent.json'): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)
  return `${slug || 'agent'}.${extension}`
}
