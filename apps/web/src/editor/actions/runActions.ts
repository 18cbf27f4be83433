import { type RunEvent, reduceRun } from '@petal/core/model'
import type { EditorStore } from '../createEditorStore.ts'

/** The only writers of the runs slice. */
export function runActions(store: EditorStore) {
  return {
    /** Folds events of a run, live or recorded, in their order. Several at once cost one notification. */
    receive: (events: RunEvent | readonly RunEvent[]): void =>
      store.setState((state) => {
        const list = isList(events) ? events : [events]
        let current = state.runs.current
        for (const event of list) current = reduceRun(current, event)
        return { runs: { current } }
      }),
    /** Takes the last run's marks off the canvas. */
    clearRun: (): void => store.setState({ runs: { current: undefined } }),
  }
}

function isList(events: RunEvent | readonly RunEvent[]): events is readonly RunEvent[] {
  return Array.isArray(events)
}
