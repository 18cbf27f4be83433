import type { Session } from '../EditorState.ts'

/** What the outline and the rest tell each other about the focus. */
export function outlineActions(patch: (change: (session: Session) => Partial<Session>) => void) {
  return {
    /** Opens the outline, and puts the focus into it. */
    goToOutline: (): void => patch(({ panels }) => ({ panels: { ...panels, outlineOpen: true }, focusOutline: true })),
    /** The outline has taken the focus. */
    outlineFocused: (): void => patch(() => ({ focusOutline: false })),
    /** Keys go to its rows from now on, or no longer. */
    takeOutlineInHand: (outlineInHand: boolean): void => patch(() => ({ outlineInHand })),
  }
}
