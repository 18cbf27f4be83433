/** Room for one loaded model: a second one would not fit beside it on most devices. */
export interface ModelSlot<Model> {
  /** The model with this id: the one that is held, or one that is loaded in its place. */
  hold(id: string, load: () => Promise<Model>): Promise<Model>
  /** Lets go of the model with this id, if it is the one that is held. */
  release(id: string): Promise<void>
}

/** @param end gives back what a model takes up */
export function createModelSlot<Model>(end: (model: Model) => Promise<unknown>): ModelSlot<Model> {
  let held: { readonly id: string; readonly model: Model } | undefined
  const empty = async (): Promise<void> => {
    const last = held
    held = undefined
    if (last !== undefined) await end(last.model)
  }
  return {
    async hold(id, load) {
      if (held?.id === id) return held.model
      await empty()
      const model = await load()
      held = { id, model }
      return model
    },
    async release(id) {
      if (held?.id === id) await empty()
    },
  }
}
