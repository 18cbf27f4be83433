import type { Editor } from '../../editor/createEditor.ts'
import type { Runner } from '../../runner/Runner.ts'
import { loadPlugins } from '../loadPlugins.ts'
import { PluginCollection } from './PluginCollection.ts'
import { createPluginDatabase } from './pluginDatabase.ts'

/**
 * Enters all plugins there are: those beside the app, and then those that the person has loaded. A name that the first
 * have is theirs.
 */
export async function openPlugins(editor: Editor, runner: Runner): Promise<PluginCollection> {
  const { registry, registryChanged, actions } = editor
  const beside = await loadPlugins(registry, new URL('plugins/plugins.json', document.baseURI).href)
  runner.addPlugins(beside.urls)
  if (beside.names.length > 0) registryChanged()
  const { setPluginFiles } = runner
  const collection = new PluginCollection({ database: createPluginDatabase(), editor, setPluginFiles })
  const problems = [...beside.problems, ...(await collection.start())]
  if (problems.length > 0) actions.tellPluginProblems(problems)
  return collection
}
