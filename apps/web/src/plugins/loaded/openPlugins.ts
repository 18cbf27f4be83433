import type { Editor } from '../../editor/createEditor.ts'
import type { Runner } from '../../runner/Runner.ts'
import { PluginCollection } from './PluginCollection.ts'
import { createPluginDatabase } from './pluginDatabase.ts'

/** The plugins that the person has loaded. They are read by `start`. */
export function openPlugins(editor: Editor, { setPluginFiles }: Pick<Runner, 'setPluginFiles'>): PluginCollection {
  return new PluginCollection({ database: createPluginDatabase(), editor, setPluginFiles })
}
