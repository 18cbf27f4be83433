import { createDefaultRegistry } from '@petal/core/model'
import { expect, test } from 'vitest'
import { stepIcons } from './stepIcons.ts'

const registry = createDefaultRegistry()

test.each(registry.list())('the icon that "%s" names is there', (type) => {
  expect(Object.keys(stepIcons)).toContain(registry.describe(type)?.icon)
})
