import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { Keyring, maskKey } from './Keyring.ts'
import { createKeyDatabase } from './keyDatabase.ts'

const key = { keyRef: 'openai', value: 'sk-canary-0123456789abcdef', hosts: ['api.openai.com'] }

describe('the keyring', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })

  it('forgets a key of the session with the page, and keeps one that was to be kept', async () => {
    const keyring = new Keyring(createKeyDatabase())
    await keyring.save(key, false)
    await keyring.save({ ...key, keyRef: 'kept' }, true)
    const reloaded = new Keyring(createKeyDatabase())
    await reloaded.load()
    expect(reloaded.keys.getState().map(({ keyRef, kept }) => [keyRef, kept])).toEqual([['kept', true]])
  })

  it('takes a kept key off the device when it is saved for the session only, or removed', async () => {
    const keyring = new Keyring(createKeyDatabase())
    await keyring.save(key, true)
    await keyring.save(key, false)
    expect(await createKeyDatabase().list()).toEqual([])
    await keyring.save(key, true)
    await keyring.remove('openai')
    expect(await createKeyDatabase().list()).toEqual([])
    expect(keyring.secrets()).toEqual([])
  })

  it('never shows a value', async () => {
    const keyring = new Keyring(createKeyDatabase())
    await keyring.save(key, false)
    expect(JSON.stringify(keyring.keys.getState())).not.toContain(key.value.slice(0, 12))
    expect(keyring.keys.getState()[0]?.masked).toBe('••••cdef')
    expect(maskKey('short')).toBe('••••')
  })

  it('hands out exactly what is needed, for the hosts it was saved for', async () => {
    const keyring = new Keyring(createKeyDatabase())
    await keyring.save({ ...key, hosts: ['a.test', 'b.test'] }, false)
    await keyring.save({ ...key, keyRef: 'other' }, false)
    expect(keyring.supply([{ keyRef: 'openai', host: 'a.test' }])).toEqual([{ ...key, hosts: ['a.test'] }])
    expect(keyring.supply([{ keyRef: 'openai', host: 'evil.test' }])).toEqual([])
    expect(keyring.check({ keyRef: 'openai', host: 'evil.test' })).toBe('otherHost')
  })

  it('works for the session where nothing can be kept', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB')
    const keyring = new Keyring(createKeyDatabase())
    await keyring.load()
    await expect(keyring.save(key, true)).rejects.toMatchObject({ code: 'storage.unavailable' })
    expect(keyring.check({ keyRef: 'openai', host: 'api.openai.com' })).toBe('ok')
    expect(keyring.keys.getState()[0]?.kept).toBe(false)
  })
})
