/**
 * How well what is typed fits what can be chosen, for its order: 1 where the title begins with it, less where words of
 * the title do, where it is within the title, in other words, and where it is only the beginnings of words in their
 * order; 0 where it does not fit.
 */
export function rankChoice(typed: string, title: string, others: readonly string[]): number {
  const wanted = simple(typed)
  const words = wanted.split(' ')
  const name = simple(title)
  const more = simple(others.join(' '))
  if (name.startsWith(wanted)) return 1
  if (words.every((word) => beginsAWord(name, word))) return 0.8
  if (name.includes(wanted)) return 0.6
  if (words.every((word) => beginsAWord(`${name} ${more}`, word))) return 0.4
  if (more.includes(wanted)) return 0.3
  return isAbbreviation(wanted.replaceAll(' ', ''), name) ? 0.2 : 0
}

function simple(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}

function beginsAWord(text: string, beginning: string): boolean {
  return text.startsWith(beginning) || text.search(new RegExp(`[^\\p{L}\\p{N}]${escaped(beginning)}`, 'u')) !== -1
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Whether letters are the beginnings of words, in their order: `saj` is that of "Save as JSON". */
function isAbbreviation(letters: string, name: string): boolean {
  // How many letters the words so far can account for.
  const reached = new Set([0])
  for (const word of name.split(/[^\p{L}\p{N}]+/u)) {
    for (const from of [...reached]) {
      for (let count = 1; count <= word.length && word[count - 1] === letters[from + count - 1]; count += 1)
        reached.add(from + count)
    }
  }
  return reached.has(letters.length)
}
