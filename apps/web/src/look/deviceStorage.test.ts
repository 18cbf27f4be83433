import { afterEach, expect, test, vi } from 'vitest'
import { deviceStorage } from './deviceStorage.ts'

afterEach(() => vi.unstubAllGlobals())

test('where the browser refuses its storage, nothing is read, nothing is kept, and nothing breaks', () => {
  const refused = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refused, setItem: refused })
  expect(deviceStorage.getItem('a')).toBeNull()
  expect(() => deviceStorage.setItem('a', 'b')).not.toThrow()
})
