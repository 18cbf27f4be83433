import { spokenLanguage, t } from '@petal/ui/language'

const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * 24 * 60 * 60 * 1000],
  ['month', 30 * 24 * 60 * 60 * 1000],
  ['week', 7 * 24 * 60 * 60 * 1000],
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
]

/** How long ago something was: "3 hours ago". A clock that was set back gives "just now", never the future. */
export function relativeTime(at: number, now: number): string {
  const passed = now - at
  const unit = units.find(([, ms]) => passed >= ms)
  if (unit === undefined) return t('just now')
  const [name, ms] = unit
  return new Intl.RelativeTimeFormat(spokenLanguage(), { numeric: 'auto' }).format(-Math.floor(passed / ms), name)
}
