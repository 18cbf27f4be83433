import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { sandboxGlobals } from '@petal/core/model'
import { nameTooltip } from './nameTooltip.ts'

/** In JavaScript: what the sandbox offers beside the language, with its type and what it does. */
export const completeSandbox: CompletionSource = (context) => {
  const member = context.matchBefore(/\bconsole\.\w*$/)
  if (member !== null) {
    const from = member.from + 'console.'.length
    return { from, validFor: /^\w*$/, options: offer('console.') }
  }
  const word = context.matchBefore(/(?<![\w.])\w+$/)
  return word === null ? null : { from: word.from, validFor: /^\w*$/, options: offer('') }
}

function offer(owner: string): readonly Completion[] {
  return sandboxGlobals
    .filter(({ name }) => name.startsWith(owner) && !name.slice(owner.length).includes('.'))
    .map(({ name, type, description }) => ({
      label: name.slice(owner.length),
      detail: type,
      type: owner === '' ? 'variable' : 'function',
      info: () => nameTooltip(name, type, [description]),
    }))
}
