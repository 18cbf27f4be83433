import { providerTable } from '@petal/core/model'
import { expect, test } from 'vitest'
import { loadWebLLM } from './loadWebLLM.ts'

test('every model that is offered for WebLLM is one it knows', () => {
  const { model_list } = loadWebLLM().prebuiltAppConfig
  const known = model_list.map(({ model_id }) => `webllm:${model_id}`)
  const offered = providerTable.browser.models.map(({ id }) => id).filter((id) => id.startsWith('webllm:'))
  expect(offered.length).toBeGreaterThan(0)
  expect(known).toEqual(expect.arrayContaining(offered))
})
