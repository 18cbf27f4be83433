import { expect, test } from 'vitest'
import { listReturned } from './listReturned.ts'

test.each([
  ['return { total: state.price * 2 }', ['total']],
  ['const seen = 1\nif (seen) return { ...state, seen }\nreturn {"größe": 2}', ['seen', 'größe']],
  ['return { best: state.list[0], rest: state.list.slice(1) }', ['best', 'rest']],
  ['return { many: state.list[0] >= 1, few: state.list[0] <= 1, same: state.list[0] === 1 }', ['many', 'few', 'same']],
])('names what %j may write', (code, names) => {
  expect(listReturned(code)).toEqual(expect.arrayContaining(names))
})

test.each([
  [''],
  ['state.total = 1'],
  ['return state.found'],
  ['return { ...state.found }'],
  ['return { [state.name]: 1 }'],
  ['const out = {}\nout[state.name] = 1\nreturn { out }'],
  ['if (state.a) return { a: 1 }\nreturn JSON.parse(state.text)'],
  ['return state.a ? { a: 1 } : state.b'],
  ['return { "\\u0061": 1 }'],
  ['return { "\\x66oo": 1 }'],
  ...['+', '-', '*', '/', '%', '**', '<<', '>>', '>>>', '&', '|', '^', '&&', '||', '??'].map((sign) => [
    `state[state.name] ${sign}= 1\nreturn { ...state }`,
  ]),
  ['state[state.name]++\nreturn { ...state }'],
  ['--state[state.name]\nreturn { ...state }'],
])('cannot tell what %j writes', (code) => {
  expect(listReturned(code)).toBeUndefined()
})
