import type { AgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** What people call an agent: its name, else its id in the file. */
export function agentTitle(agent: Pick<AgentConfig, 'name'> | undefined, agentId?: string): string {
  const name = agent?.name ?? ''
  return name === '' ? (agentId ?? t('Untitled agent')) : name
}
