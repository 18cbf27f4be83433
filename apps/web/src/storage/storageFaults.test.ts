import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLibrary } from './createLibrary.ts'
import type { AgentDraft } from './Library.ts'

const draft: AgentDraft = { name: 'A', text: '{}', stepCount: 0, outline: { boxes: [], lines: [] } }

/** A full disk as browsers tell it: every request succeeds, then the transaction fails. */
function fillDisk(): void {
  const put = IDBObjectStore.prototype.put
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args)
    // The stand-in database has no quota; its transactions can be told to end as if they had met one.
    const transaction = this.transaction as IDBTransaction & { _abort(name: string): void }
    request.addEventListener('success', () => transaction._abort('QuotaExceededError'))
    return request
  })
}

describe('a store that fails', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('says that the disk is full, although every request had succeeded', async () => {
    const library = createLibrary('full')
    const { id } = await library.create(draft)
    fillDisk()
    await expect(library.save({ ...draft, id, baseRev: 1 })).rejects.toMatchObject({ code: 'storage.quota' })
    vi.restoreAllMocks()
    expect((await library.read(id))?.summary.rev).toBe(1)
    expect(await library.save({ ...draft, id, baseRev: 1 })).toMatchObject({ ok: true })
  })

  it('writes nothing of a save whose history cannot be kept', async () => {
    const library = createLibrary('clone')
    const { id } = await library.create(draft)
    await expect(library.save({ ...draft, id, baseRev: 1, text: 'new', history: () => 1 })).rejects.toThrow()
    expect(await library.read(id)).toMatchObject({ text: '{}', summary: { rev: 1 } })
  })

  it('opens a new handle in place of one that has died', async () => {
    const library = createLibrary('dead')
    const { id } = await library.create(draft)
    const transaction = IDBDatabase.prototype.transaction
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    })
    expect(await library.save({ ...draft, id, baseRev: 1 })).toMatchObject({ ok: true })
    spy.mockImplementation(transaction)
  })

  it('gives up with a coded error when the new handle is dead as well', async () => {
    const library = createLibrary('dead')
    await library.create(draft)
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    })
    await expect(library.list()).rejects.toMatchObject({ code: 'storage.closed' })
  })
})
