import { expect, it } from 'vitest'
import { listReferences } from '../expressions/listReferences.ts'
import { renameVariable } from './renameVariable.ts'

it.each([
  [
    'template',
    'Hi {user.name} and {{user}} and { user }, {username}',
    'Hi {person.name} and {{user}} and { person }, {username}',
  ],
  [
    'expression',
    'user.age > 3 and "user" in tags and user is not empty',
    'person.age > 3 and "user" in tags and person is not empty',
  ],
] as const)('renames the references of a %s and nothing else', (language, text, expected) => {
  expect(renameVariable(text, listReferences(text, language), 'user', 'person')).toBe(expected)
})
