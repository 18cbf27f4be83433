import type { Editor } from '../editor/createEditor.ts'
import { afterPaint } from '../look/afterPaint.ts'
import type { SmallStorage } from '../look/deviceStorage.ts'
import type { Services } from './createServices.ts'

const storageKey = 'petal-studio:plugins'

/**
 * Enters the plugins. Where there were some on this device they come before the agent, whose cards may be theirs; else
 * what reads them, and the question whether there are any, can wait until the agent is on screen.
 *
 * @param shown resolves when the agent is on screen
 */
export function startPlugins(
  { store }: Editor,
  { plugins }: Pick<Services, 'plugins'>,
  { storage, shown }: { readonly storage: SmallStorage; readonly shown: Promise<unknown> },
): void {
  const enter = () => plugins().then(remember, () => undefined)
  // Step types are only ever added by plugins.
  const remember = () => storage.setItem(storageKey, store.getState().session.registryRevision > 0 ? '1' : '')
  store.subscribe(({ session }, previous) => {
    if (session.registryRevision !== previous.session.registryRevision) remember()
  })
  if (storage.getItem(storageKey) === '1') enter()
  else shown.catch(() => undefined).then(() => afterPaint(enter))
}
