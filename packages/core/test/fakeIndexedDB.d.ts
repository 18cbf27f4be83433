/** It has no types of its own for this entry, and needs none: it is imported for what it does. */
declare module 'fake-indexeddb/auto'
