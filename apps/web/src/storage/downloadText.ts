/** Hands a text to the person as a file. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser reads the file only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A file name that every system takes: `support-triage.agent.json`. */
export function agentFileName(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)
  return `${slug || 'agent'}.agent.json`
}
