import type { StepConfig } from '@petal/core/model'
import { plural, t } from '@petal/ui/language'
import type { AgentDocument } from './AgentDocument.ts'
import type { DescribeEntry } from './createEntryWords.ts'
import type { StepFactsSource } from './createStepFacts.ts'
import type { EditLabel } from './EditLabel.ts'
import type { HistoryEntry } from './history.ts'
import { listTouched } from './listTouched.ts'
import { sayLabel } from './sayLabel.ts'

interface Described {
  readonly before: AgentDocument
  readonly after: AgentDocument
  readonly words: string
}

const described = new WeakMap<HistoryEntry<AgentDocument>, Described>()

/**
 * An entry with the steps it is about. They are worked out of what is kept before and after it, so that entries of any
 * age name theirs.
 */
export const describeEntry: DescribeEntry = (entry, before, after, facts) => {
  const known = described.get(entry)
  // A gesture may have gone on, and the newest entry then leads elsewhere.
  if (known?.before === before && known.after === after) return known.words
  const words = wordsFor(entry.label, before, after, facts)
  described.set(entry, { before, after, words })
  return words
}

function wordsFor(label: EditLabel, before: AgentDocument, after: AgentDocument, facts: StepFactsSource): string {
  const nameOf = (step: StepConfig) => step.nodeName ?? facts.of(step).typeTitle
  const touched = listTouched(before, after)
  const [first] = touched
  if (first === undefined) return sayLabel(label)
  if (touched.length > 1) return `${sayLabel(label)} · ${plural(touched.length, '{count} step', '{count} steps')}`
  const { was, is } = first
  if (was && is && onlyRenamed(was, is)) return t('Rename {was} to {is}', { was: nameOf(was), is: nameOf(is) })
  const step = is ?? was
  return step === undefined ? sayLabel(label) : withName(label, nameOf(step))
}

function onlyRenamed({ nodeName: was, ...before }: StepConfig, { nodeName: is, ...after }: StepConfig): boolean {
  const [old, now] = [Object.entries(before), new Map(Object.entries(after))]
  return was !== is && old.length === now.size && old.every(([key, value]) => now.get(key) === value)
}

/** The label of a new step says the name, or how it begins: "Add Output" of a step called "Output 2". */
function withName(label: EditLabel, name: string): string {
  const begin = name.replace(/ \d+$/, '')
  return [name, begin].some((title) => isAdding(label, title))
    ? t('Add {title}', { title: name })
    : `${sayLabel(label)} · ${name}`
}

function isAdding(label: EditLabel, title: string): boolean {
  // What was kept by an earlier visit may say it in one piece.
  if (typeof label === 'string') return label === `Add ${title}`
  return label.text === 'Add {title}' && label.values.title === title
}
