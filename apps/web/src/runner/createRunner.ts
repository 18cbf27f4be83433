import { EngineLink } from './EngineLink.ts'
import type { EngineListener, EngineWorker } from './EngineWorker.ts'
import type { Runner } from './Runner.ts'

/** @param createWorker makes the engine; a new one is asked for after a crash or a forced stop. */
export function createRunner(createWorker: (listener: EngineListener) => EngineWorker): Runner {
  const link = new EngineLink(createWorker)
  return {
    preload: () => link.tell({ type: 'preload' }),
    addPlugins: (urls) => link.addPlugins(urls),
    setPluginFiles: (files) => link.setPluginFiles(files),
    start: (config, input, options, onEvents) => link.run({ config, input, keys: [], ...options }, onEvents),
    edit: (config, threadId, values) => link.edit({ config, threadId, values }),
    checkModel: (llmConfig, keys) => link.checkModel({ llmConfig, keys }),
    search: (request, onProgress) => link.search(request, onProgress),
    listTools: (server, keys) => link.listTools({ server, keys }),
    forgetThreads: (threadIds) => link.forgetThreads(threadIds),
    dispose: () => link.reset(),
  }
}
