import { spokenLanguage } from '@petal/ui/language'

/** A duration in milliseconds as people read it: "340 ms", "1.2 s", "2 min 5 s". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toLocaleString(spokenLanguage(), oneDigit)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
