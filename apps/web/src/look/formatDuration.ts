import { spokenLanguage } from '@petal/ui/language'

/** A duration in milliseconds as people read it: "340 ms", "1.2 s", "2 min 5 s". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${seconds(ms / 1000)} s`
  const whole = Math.round(ms / 1000)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}

const formats = new Map<string, Intl.NumberFormat>()

/** With one digit. A running step says its time many times a second, and to make a format takes longer than to use it. */
function seconds(count: number): string {
  const language = spokenLanguage()
  const format =
    formats.get(language) ?? new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  formats.set(language, format)
  return format.format(count)
}
