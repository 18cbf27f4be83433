import type { AgentConfig } from './AgentConfig.ts'
import { serializeAgentConfig } from './serializeAgentConfig.ts'
import { sha256 } from './sha256.ts'

/**
 * A fingerprint of what an agent does, 64 hex digits: the SHA-256 of its file without layout, notes and groups. Equal
 * for configurations that serialise alike, whatever the order of their keys in memory; moving a card keeps it.
 */
export function hashConfig(config: AgentConfig): string {
  const { notes: _notes, groups: _groups, ...rest } = config
  return sha256(serializeAgentConfig({ ...rest, layout: {} }))
}
