import type { CheckpointerConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Checkpointer } from './Checkpointer.ts'
import { createMemoryCheckpointer } from './createMemoryCheckpointer.ts'

/**
 * The checkpointer of an agent: the given one, else the one its configuration asks for; none when it asks for none.
 *
 * @throws AgentError `step.config` for a database without its settings, `graph.unsupported` for a database that this
 * program has no driver for.
 */
export function createCheckpointer(config: CheckpointerConfig | null, given?: Checkpointer): Checkpointer | undefined {
  if (config === null || !config.enabled) return given
  switch (config.type) {
    case 'memory':
      return given ?? createMemoryCheckpointer()
    case 'postgres':
      if (config.config === null) throw missing('Postgres checkpointer requires configuration (connection_string)')
      return given ?? unsupported('Postgres')
    case 'sqlite':
      if (config.config === null) throw missing('SQLite checkpointer requires configuration (db_file)')
      return given ?? unsupported('SQLite')
  }
}

function missing(message: string): AgentError {
  return new AgentError('step.config', message, { path: 'checkpointer.config' })
}

function unsupported(name: string): never {
  throw new AgentError(
    'graph.unsupported',
    `The ${name} checkpointer needs a database driver, which only a program can bring: pass one as services.checkpointer, or choose the type "memory".`,
    { path: 'checkpointer.type' },
  )
}
