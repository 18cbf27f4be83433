import { t } from '@petal/ui/language'
import type { Editor } from '../editor/createEditor.ts'

/** Fetches a part of the app for the agent in hand, and lets it act; or says that it could not be fetched. */
export function fetchFor<Part>(editor: Editor, load: () => Promise<Part>, act: (part: Part) => void): void {
  const inHand = () => {
    const { agentId, trail } = editor.store.getState().session
    return [agentId, ...trail.map((opened) => opened.agentId)].join('/')
  }
  const asked = inHand()
  load().then(
    // It was asked for the agent in hand: another one may have come meanwhile.
    (part) => (inHand() === asked ? act(part) : undefined),
    () => editor.actions.refuse(t('This could not be loaded. Check the connection, then try again.')),
  )
}
