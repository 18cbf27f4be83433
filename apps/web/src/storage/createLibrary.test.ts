import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createLibrary } from './createLibrary.ts'
import type { AgentDraft, Library, SaveRequest } from './Library.ts'

const draft = (name: string): AgentDraft => ({
  name,
  text: `{"name":"${name}"}\n`,
  stepCount: 1,
  outline: { boxes: [], lines: [] },
})

const change = (id: string, baseRev: number, name: string): SaveRequest => ({ ...draft(name), id, baseRev })

describe('the library', () => {
  let library: Library

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    library = createLibrary('test')
  })

  it('gives back the very text that was saved, and lists it without the text', async () => {
    const { id } = await library.create(draft('Greeter'))
    expect((await library.read(id))?.text).toBe('{"name":"Greeter"}\n')
    expect(await library.list()).toEqual([expect.objectContaining({ id, name: 'Greeter', rev: 1 })])
    expect(JSON.stringify(await library.list())).not.toContain('{"name"')
  })

  it('lets exactly one of two tabs win that edited the same revision', async () => {
    const { id } = await library.create(draft('One'))
    const results = await Promise.all([
      library.save(change(id, 1, 'From this tab')),
      createLibrary('test').save(change(id, 1, 'From that tab')),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const loser = results.find((result) => !result.ok)
    expect(loser).toMatchObject({ ok: false, found: { id, rev: 2 } })
    expect((await library.read(id))?.summary.rev).toBe(2)
  })

  it('refuses a save over an agent that was deleted meanwhile', async () => {
    const { id } = await library.create(draft('Gone'))
    await library.purge(id)
    expect(await library.save(change(id, 1, 'Late'))).toEqual({ ok: false, found: undefined })
    expect(await library.read(id)).toBeUndefined()
  })

  it('stores an agent that was not stored yet with revision 0', async () => {
    const result = await library.save({ ...change('fresh', 0, 'Fresh'), untrusted: true })
    expect(result).toMatchObject({ ok: true, summary: { id: 'fresh', rev: 1, untrusted: true } })
  })

  it('gives the undo history only together with the text it belongs to', async () => {
    const { id } = await library.create(draft('One'))
    await library.save({ ...change(id, 1, 'Two'), history: { past: ['a'] } })
    expect((await library.read(id))?.history).toEqual({ past: ['a'] })
    await library.save(change(id, 2, 'Three'))
    expect((await library.read(id))?.history).toBeUndefined()
  })

  it('keeps the text from before a change as an earlier version', async () => {
    const { id } = await library.create(draft('One'))
    await library.save(change(id, 1, 'Two'))
    expect((await (await library.openVersions()).list(id)).map(({ rev, text }) => ({ rev, text }))).toEqual([
      { rev: 1, text: '{"name":"One"}\n' },
    ])
  })

  it('keeps a version for a reason after the revision it was, before the next one, and deletes it for a while', async () => {
    const { id } = await library.create(draft('One'))
    const versions = await library.openVersions()
    await versions.keep({ id, at: 0, text: 'before', reason: { kind: 'delete', stepCount: 12 } })
    await versions.keep({ id, at: 0, text: 'called', name: 'As sent to Ada' })
    await library.save(change(id, 1, 'Two'))
    const kept = await (await library.openVersions()).list(id)
    expect(kept.map(({ text }) => text)).toEqual(['called', 'before', '{"name":"One"}\n'])
    expect(kept).toMatchObject([{ name: 'As sent to Ada' }, { reason: { kind: 'delete', stepCount: 12 } }, {}])
    const [called] = kept
    if (called === undefined) throw new Error('There is no version.')
    await versions.delete(called)
    expect(await (await library.openVersions()).list(id)).toEqual(kept.slice(1))
    await versions.put(called)
    expect(await (await library.openVersions()).list(id)).toEqual(kept)
  })

  it('keeps what yesterday ended with, also when a version was kept a moment before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T17:00:00') })
    const { id } = await library.create(draft('One'))
    await library.save(change(id, 1, 'Two'))
    vi.setSystemTime(new Date('2026-03-02T09:00:00'))
    await library.save(change(id, 2, 'Three'))
    vi.useRealTimers()
    expect(await (await library.openVersions()).list(id)).toMatchObject([
      { rev: 2, text: '{"name":"Two"}\n', reason: { kind: 'daily' } },
      { rev: 1, text: '{"name":"One"}\n' },
    ])
  })

  it('moves to the trash and back without a new revision, and takes out of it what is edited', async () => {
    const { id } = await library.create(draft('One'))
    await library.setTrashed(id, true)
    expect((await library.list())[0]).toMatchObject({ rev: 1, trashedAt: expect.any(Number) })
    await library.setTrashed(id, false)
    expect((await library.list())[0]?.trashedAt).toBeUndefined()
    await library.setTrashed(id, true)
    await library.save(change(id, 1, 'Two'))
    expect((await library.list())[0]?.trashedAt).toBeUndefined()
  })

  it('remembers consent over later saves', async () => {
    await library.save({ ...change('a', 0, 'One'), untrusted: true })
    await library.setTrust('a', true)
    await library.save(change('a', 1, 'Two'))
    expect((await library.read('a'))?.summary.untrusted).toBeUndefined()
  })

  it('tells other tabs what was saved, and not itself', async () => {
    const other = createLibrary('test')
    const heard: unknown[] = []
    const own: unknown[] = []
    const told = new Promise<void>((resolve) => {
      other.subscribe((message) => {
        heard.push(message)
        resolve()
      })
    })
    library.subscribe((message) => own.push(message))
    const { id } = await library.create(draft('One'))
    await told
    expect(heard).toEqual([{ type: 'agent-saved', id, rev: 1 }])
    expect(own).toEqual([])
    other.close()
  })

  it('opens the database anew after the browser has closed it', async () => {
    const { id } = await library.create(draft('One'))
    library.close()
    expect((await library.read(id))?.summary.name).toBe('One')
  })

  it('says in a coded error that there is no storage', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB')
    await expect(createLibrary('nowhere').list()).rejects.toMatchObject({ code: 'storage.unavailable' })
  })

  it('refuses a database of a newer version', async () => {
    const newer = indexedDB.open('newer', 99)
    await new Promise((resolve) => {
      newer.onsuccess = resolve
    })
    newer.result.close()
    await expect(createLibrary('newer').list()).rejects.toMatchObject({ code: 'storage.newer' })
  })
})
