/** A part of a line, set off or not. */
export interface TextRun {
  readonly text: string
  readonly strong: boolean
}

type Measure = (run: TextRun) => number

/** The text as far as it fits, with `…` where it was cut. */
export function cutText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  const letters = [...text]
  let [least, most] = [0, letters.length]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (measure(`${letters.slice(0, middle).join('')}…`) <= width) least = middle
    else most = middle - 1
  }
  return `${letters.slice(0, least).join('').trimEnd()}…`
}

/** Breaks a text into lines between its words; a word wider than a line, and what is beyond `most` lines, is cut. */
export function breakLines(
  runs: readonly TextRun[],
  width: number,
  most: number,
  measure: Measure,
): readonly (readonly TextRun[])[] {
  const words = runs.flatMap(({ text, strong }) => text.split(/(?<=\s)/).map((word) => ({ text: word, strong })))
  const lines: TextRun[][] = [[]]
  let used = 0
  for (const [index, word] of words.entries()) {
    const wide = measure({ ...word, text: word.text.trimEnd() })
    const line = lines.at(-1) ?? []
    if (used > 0 && used + wide > width) {
      if (lines.length === most) {
        line.push({
          text: words
            .slice(index)
            .map(({ text }) => text)
            .join(''),
          strong: false,
        })
        break
      }
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(word)
    used += measure(word)
  }
  return lines.map((line) => fitLine(joinRuns(line), width, measure))
}

/** Words that stand side by side and look alike, as one. */
function joinRuns(words: readonly TextRun[]): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last?.strong === word.strong) runs[runs.length - 1] = { ...last, text: last.text + word.text }
    else runs.push(word)
  }
  return runs
}

function fitLine(runs: readonly TextRun[], width: number, measure: Measure): readonly TextRun[] {
  const fitted: TextRun[] = []
  let left = width
  for (const run of runs) {
    const text = cutText(run.text.trimEnd() === '' ? run.text : run.text, left, (part) =>
      measure({ ...run, text: part.trimEnd() }),
    )
    fitted.push({ ...run, text })
    left -= measure(run)
    if (text !== run.text || left <= 0) break
  }
  return fitted
}
