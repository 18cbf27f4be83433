import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPackage } from './findPackage.node.ts'

let program: string

async function addPackage(name: string, manifest: object): Promise<void> {
  const home = join(program, 'node_modules', name)
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'package.json'), JSON.stringify({ name, ...manifest }))
  await writeFile(join(home, 'entry.js'), '')
}

beforeAll(async () => {
  program = await mkdtemp(join(tmpdir(), 'petal-program-'))
})
afterAll(() => rm(program, { recursive: true }))

test.each<[string, object]>([
  ['plain-string', { exports: './entry.js' }],
  ['import-only', { exports: { '.': { types: './entry.d.ts', import: './entry.js' } } }],
  ['nested', { exports: { browser: './web.js', node: { require: './entry.cjs', default: './entry.js' } } }],
  ['with-alternatives', { exports: ['./entry.js', './other.js'] }],
  ['old-style', { main: 'entry.js' }],
  ['@scope/plugin', { exports: { import: './entry.js' } }],
])('finds the package %s of the program', async (name, manifest) => {
  await addPackage(name, manifest)
  expect(findPackage(name, program)).toBe(pathToFileURL(join(program, 'node_modules', name, 'entry.js')).href)
  expect(findPackage(name, join(program, 'deep', 'inside'))).toBe(findPackage(name, program))
})

test('a package the program does not have is not found', () => {
  expect(findPackage('no-such-package-here', program)).toBeUndefined()
})
