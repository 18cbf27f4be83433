import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importModule, listModules } from './node.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petal-modules-'))
  await writeFile(join(folder, 'b.mjs'), 'export const name = "b"')
  await writeFile(join(folder, 'a.mjs'), 'export const name = "a"')
  await writeFile(join(folder, 'notes.txt'), '')
  await mkdir(join(folder, 'c.js'))
})
afterAll(() => rm(folder, { recursive: true }))

test('lists the modules of a folder, each ready to be imported', async () => {
  const modules = await listModules(folder)
  expect(modules).toEqual(['a.mjs', 'b.mjs'].map((file) => pathToFileURL(join(folder, file)).href))
  expect(await listModules(pathToFileURL(folder).href)).toEqual(modules)
  expect((await Promise.all(modules.map(importModule))).map((module) => module.name)).toEqual(['a', 'b'])
})

test('imports by path and by package name', async () => {
  expect(await importModule(join(folder, 'a.mjs'))).toMatchObject({ name: 'a' })
  expect(await importModule('zod')).toHaveProperty('object')
})

test('a folder that cannot be read is named', async () => {
  await expect(listModules(join(folder, 'missing'))).rejects.toMatchObject({
    code: 'build.plugin',
    message: expect.stringContaining('missing'),
  })
})
