/** What one tab tells the others. */
export type TabMessage =
  | { readonly type: 'agent-saved'; readonly id: string; readonly rev: number }
  | { readonly type: 'agent-trashed' | 'agent-restored' | 'agent-purged'; readonly id: string }

/** The line between the tabs of this browser that have the same library open. */
export interface Tabs {
  tell(message: TabMessage): void
  /** Hears the other tabs, never itself. */
  subscribe(listener: (message: TabMessage) => void): () => void
  close(): void
}

/** Without BroadcastChannel tabs cannot talk; the revision check still keeps them from overwriting each other. */
export function connectTabs(name: string): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  const listeners = new Set<(message: TabMessage) => void>()
  if (channel !== undefined) {
    channel.onmessage = (event: MessageEvent<TabMessage>) => {
      for (const listener of listeners) listener(event.data)
    }
  }
  return {
    tell: (message) => channel?.postMessage(message),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => channel?.close(),
  }
}
