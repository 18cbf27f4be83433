import { isRevised, overlapOf, stemOf, wordsOf } from './words.ts'

const again = /^(revis|improv|rework|retr|reject|again|chang|redo|repeat|continu|refin)/
const enough = /^(accept|approv|done|good|ok|publish|finish|pass|ready|end|stop|keep)/
const fallback = /^(other|else|general|none|default|unknown|misc|neither|rest)/

/**
 * The option that a text speaks for: by the words it shares with the option's name and with the line that describes the
 * option in the instructions (`- refund: wants money back`). A choice between another round and being done falls on
 * another round once, so that a loop turns and ends. When nothing speaks for any, the one that is made for that.
 */
export function chooseOption(options: readonly string[], text: string, instructions: string): string {
  const round = chooseRound(options, text)
  if (round !== undefined) return round
  let best = { option: undefined as string | undefined, score: 0 }
  for (const option of options) {
    const score = 2 * overlapOf(option, text) + overlapOf(describeOption(option, instructions), text)
    if (score > best.score) best = { option, score }
  }
  return best.option ?? options.find((option) => matches(option, fallback)) ?? options.at(-1) ?? ''
}

function chooseRound(options: readonly string[], text: string): string | undefined {
  const once = options.find((option) => matches(option, again))
  const done = options.find((option) => matches(option, enough))
  if (once === undefined || done === undefined) return undefined
  return isRevised(text) ? done : once
}

function matches(option: string, pattern: RegExp): boolean {
  return wordsOf(option).some((word) => pattern.test(stemOf(word)) || pattern.test(word))
}

function describeOption(option: string, instructions: string): string {
  const lines = instructions.split('\n').map((line) => line.replace(/^[\s*•\d.)-]+/, ''))
  const line = lines.find((text) => text.toLowerCase().startsWith(`${option.toLowerCase()}:`))
  return line?.slice(option.length + 1) ?? ''
}
