import type { EditorStore } from '../editor/createEditorStore.ts'
import type { Panels } from '../editor/EditorState.ts'
import type { EditorActions } from '../editor/editorActions.ts'
import type { SmallStorage } from '../look/deviceStorage.ts'

const storageKey = 'petal-studio:panels'
const switches = ['paletteOpen', 'outlineOpen', 'sideOpen', 'runOpen', 'overviewOpen', 'gridOn'] as const
type Switches = Pick<Panels, (typeof switches)[number]>

/**
 * Opens and closes the panels as they were last time on this device, and keeps it so.
 *
 * @param isPassing true while panels come and go one at a time, in a narrow window: that is no habit. The outline does not.
 */
export function rememberPanels(
  store: EditorStore,
  actions: Pick<EditorActions, 'setPanels'>,
  { storage, isPassing }: { readonly storage: SmallStorage; isPassing(): boolean },
): void {
  actions.setPanels(readSwitches(storage))
  store.subscribe(({ session: { panels } }, previous) => {
    const lasting = isPassing() ? (['outlineOpen'] as const) : switches
    if (lasting.every((name) => panels[name] === previous.session.panels[name])) return
    const kept = { ...readSwitches(storage), ...Object.fromEntries(lasting.map((name) => [name, panels[name]])) }
    storage.setItem(storageKey, JSON.stringify(kept))
  })
}

function readSwitches(storage: SmallStorage): Partial<Switches> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const known = switches.flatMap((name): [string, boolean][] => {
      const value: unknown = Reflect.get(stored, name)
      return typeof value === 'boolean' ? [[name, value]] : []
    })
    return Object.fromEntries(known)
  } catch {
    return {}
  }
}
