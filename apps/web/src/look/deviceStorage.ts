/** The part of a `Storage` that small settings need. */
export type SmallStorage = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Small settings kept on this device: theme, sizes. Where the browser refuses its storage they last as long as the
 * page: reading gives nothing, writing does nothing, and neither throws.
 */
export const deviceStorage: SmallStorage = {
  getItem(name) {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  },
  setItem(name, value) {
    try {
      localStorage.setItem(name, value)
    } catch {
      // Nothing is lost but a habit.
    }
  },
}
