import { createDefaultRegistry } from '@petal/core/model'
import { createEditor, type Editor } from '../editor/createEditor.ts'

/** Everything the app is made of. Made once: this is the only place where the parts meet. */
export interface Studio {
  readonly editor: Editor
}

export function createStudio(): Studio {
  return { editor: createEditor(createDefaultRegistry()) }
}
