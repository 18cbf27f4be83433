import * as z from 'zod'
import { t } from '../../language/t.ts'

/** What could make a text look like another one: control characters, and those that turn the direction of writing. */
const deceiving = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const deceivingButLines = /[^\P{Cc}\n\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const refusal = { error: () => t('It has characters that cannot be seen.') }

/** One line of at most so many characters, with something in it. */
export function manifestLine(most: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !deceiving.test(text), refusal)
}

/** A text of at most so many characters; it may be empty. */
export function manifestText(most: number): z.ZodString {
  return z
    .string()
    .trim()
    .max(most)
    .refine((text) => !deceivingButLines.test(text), refusal)
}
