import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenPageModels } from './openPageModels.ts'
import { PageDownloads } from './PageDownloads.ts'
import type { PageEngine } from './PageEngine.ts'
import { PageModelsProvider } from './PageModelsContext.tsx'
import { usePageModel } from './usePageModel.ts'

const engine: PageEngine = {
  check: async () => ({ kind: 'ready' }),
  download: async () => undefined,
  remove: async () => undefined,
  chat: async () => ({ text: '', end: 'stop' }),
}

function Look() {
  const { look, tryAgain } = usePageModel('test:one')
  return (
    <button type="button" onClick={tryAgain}>
      {look.kind === 'failed' ? look.message : look.kind}
    </button>
  )
}

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

test('models that could not be opened are opened when a person tries again', async () => {
  const opens: (() => Promise<OpenPageModels>)[] = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    async () => ({ engine, downloads: new PageDownloads(engine) }),
  ]
  const pageModels = () => (opens.shift() ?? expect.unreachable)()
  const place = document.createElement('div')
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <PageModelsProvider pageModels={pageModels}>
        <Look />
      </PageModelsProvider>,
    ),
  )
  expect(place.textContent).toBe('Failed to fetch')
  await act(async () => place.querySelector('button')?.click())
  expect(place.textContent).toBe('ready')
  await act(async () => root.unmount())
})
