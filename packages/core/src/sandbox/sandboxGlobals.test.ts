import { expect, test } from 'vitest'
import { createSandbox } from '#platform'
import { sandboxGlobals } from './sandboxGlobals.ts'

test('what is documented is there, and there is no more of it', async () => {
  const sandbox = createSandbox()
  const kinds = await sandbox.run({
    code: `return Object.fromEntries(names.map((name) => [name, eval('typeof ' + name)]))`,
    scope: { names: sandboxGlobals.map(({ name }) => name) },
  })
  expect(kinds).toEqual(
    Object.fromEntries(sandboxGlobals.map(({ name }) => [name, name.includes('.') ? 'function' : 'object'])),
  )
  const members = await sandbox.run({ code: 'return Object.keys(console).map((name) => "console." + name)', scope: {} })
  const documented = sandboxGlobals.map(({ name }) => name).filter((name) => name.includes('.'))
  expect(new Set(members as string[])).toEqual(new Set(documented))
})
