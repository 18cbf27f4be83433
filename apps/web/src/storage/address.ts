/** The agent that the page's address names: `#/agent/<id>`. */
export interface Address {
  read(): string | undefined
  /** `replace` leaves no entry for the Back button. */
  write(id: string, replace: boolean): void
  /** Hears when the person goes back or forward, or types an address. */
  subscribe(listener: (id: string) => void): () => void
}

const pattern = /^#\/agent\/([\w-]{1,64})$/

export function createAddress(page: Window): Address {
  const read = () => pattern.exec(page.location.hash)?.[1]
  return {
    read,
    write(id, replace) {
      if (read() === id) return
      const url = `#/agent/${id}`
      if (replace) page.history.replaceState(null, '', url)
      else page.history.pushState(null, '', url)
    },
    subscribe(listener) {
      const onChange = () => {
        const id = read()
        if (id !== undefined) listener(id)
      }
      page.addEventListener('hashchange', onChange)
      return () => page.removeEventListener('hashchange', onChange)
    },
  }
}
