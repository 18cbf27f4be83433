import { type LucideIcon, Puzzle } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { stepIcons } from './stepIcons.ts'

let more: Readonly<Record<string, LucideIcon>> | undefined
let isAsked = false
const listeners = new Set<() => void>()

/** The icon of that name: at once for a built-in step, after a moment for a plugin's, a puzzle piece for no icon. */
export function useStepIcon(name: string): LucideIcon {
  const known = stepIcons[name]
  const loaded = useSyncExternalStore(known ? never : follow, () => more)
  return known ?? loaded?.[name] ?? Puzzle
}

function follow(listener: () => void): () => void {
  listeners.add(listener)
  if (!isAsked) void load()
  return () => listeners.delete(listener)
}

async function load(): Promise<void> {
  isAsked = true
  more = (await import('./moreStepIcons.ts')).moreStepIcons
  for (const notify of listeners) notify()
}

function never(): () => void {
  return () => {}
}
