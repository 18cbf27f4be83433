import { createDefaultRegistry } from '@petal/core/model'
import { createEditor, type Editor } from '../editor/createEditor.ts'
import { deviceStorage } from '../look/deviceStorage.ts'
import { createServices, type Services } from './createServices.ts'
import { rememberBreakpoints } from './rememberBreakpoints.ts'
import { rememberPanels } from './rememberPanels.ts'
import { rememberTrail } from './rememberTrail.ts'
import { isNarrow } from './useIsNarrow.ts'

/** Everything the app is made of. Made once: this is the only place where the parts meet. */
export interface Studio {
  readonly editor: Editor
  readonly services: Services
}

export function createStudio(): Studio {
  const editor = createEditor(createDefaultRegistry())
  rememberBreakpoints(editor.store, editor.actions, deviceStorage)
  rememberTrail(editor.store, editor.actions, deviceStorage)
  rememberPanels(editor.store, editor.actions, { storage: deviceStorage, isPassing: isNarrow })
  return { editor, services: createServices(editor) }
}
