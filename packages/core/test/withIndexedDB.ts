/// <reference path="./fakeIndexedDB.d.ts" />
/** Gives Node an IndexedDB; a browser has its own, and that is the one to test with. */
if (typeof indexedDB === 'undefined') await import('fake-indexeddb/auto')

export {}
