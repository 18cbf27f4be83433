import { expect, test } from 'vitest'
import { createSandbox, importModule, listModules } from './web.ts'

test('a browser imports nothing by name, and says what to do instead', async () => {
  const refusal = { code: 'code.unavailable', message: expect.stringContaining('lazy modules') }
  await expect(importModule('some-plugin')).rejects.toMatchObject(refusal)
  await expect(listModules('./plugins')).rejects.toMatchObject(refusal)
})

test.skipIf('Worker' in globalThis)('where there are no workers, code does not run at all', async () => {
  await expect(createSandbox().run({ code: 'return 1', scope: {} })).rejects.toMatchObject({ code: 'code.unavailable' })
})
