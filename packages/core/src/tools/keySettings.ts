import * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import type { KeySource } from '../models/ChatModel.ts'

/** The settings of a tool that sends a secret to its host. */
export const keySettings = {
  keyRef: z.string().default('').meta({
    title: 'Key',
    description: 'The name of a saved key. It is sent to the host it was saved for, and to no other.',
    widget: 'key',
    advanced: true,
  }),
  keyHeader: z.string().default('Authorization').meta({
    title: 'Header for the key',
    advanced: true,
  }),
  keyPrefix: z.string().default('Bearer ').meta({
    title: 'Before the key',
    description: 'What stands before the key in its header.',
    advanced: true,
  }),
}

interface KeySettings {
  readonly keyRef: string
  readonly keyHeader: string
  readonly keyPrefix: string
}

/** The header that carries the secret, and the secret itself, so that no text shows it. */
export interface SecretHeader {
  readonly headers: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
}

/**
 * The secret for a host, as a header; none when no key is named.
 *
 * @throws AgentError `secret.missing`, or what the key source throws for a host the key was not saved for
 */
export async function readSecret(
  { keyRef, keyHeader, keyPrefix }: KeySettings,
  host: string,
  keys: KeySource,
): Promise<SecretHeader> {
  if (keyRef === '') return { headers: {}, secrets: [] }
  const key = await keys.get(keyRef, host)
  if (key !== undefined) return { headers: { [keyHeader]: `${keyPrefix}${key}` }, secrets: [key] }
  throw new AgentError(
    'secret.missing',
    word('There is no key "{keyRef}" for {host}. Add it under API keys.', { keyRef, host }),
    {
      detail: { host },
    },
  )
}
