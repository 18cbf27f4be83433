import { type AgentConfig, readNewerAgent } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** An agent that this version may show and hand out again, and nothing else. */
export interface ViewedAgent {
  /** What can be drawn of it. */
  readonly config: AgentConfig
  /** Why it may not be changed, as the banner says it. */
  readonly reason: string
  /** The text it came as: what is exported, to the byte. */
  readonly text: string
}

/** Reads a text that a newer version has written; undefined for every other one. */
export function readForView(text: string): ViewedAgent | undefined {
  const newer = readNewerAgent(text)
  if (newer === undefined) return undefined
  const { version, config, leftOut } = newer
  const reason =
    leftOut.length === 0
      ? t('Made with a newer version (v{version}). Update to edit. You can view and export.', { version })
      : t(
          'Made with a newer version (v{version}). Update to edit. You can view and export. Not shown here, but kept: {leftOut}.',
          { version, leftOut: leftOut.join(', ') },
        )
  return { config, reason, text }
}
