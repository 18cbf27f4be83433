import { describe, expect, test } from 'vitest'
import { word } from '../language/word.ts'
import { runInQuickJS } from './runInQuickJS.ts'
import type { SandboxRequest } from './Sandbox.ts'
import { type SandboxOutcome, toSandboxJob } from './SandboxPort.ts'

/** As long as code may run that is not about time. */
const PATIENCE = 50_000

async function run(code: string, more: Partial<SandboxRequest> = {}) {
  const logs: string[] = []
  const job = toSandboxJob(1, { code, scope: { state: { name: 'Ada', list: [1, 2] } }, timeoutMs: PATIENCE, ...more })
  const outcome = await runInQuickJS(job, {
    onStart: () => undefined,
    onLog: (level, text) => logs.push(`${level}: ${text}`),
  })
  return { outcome, logs }
}

const resultOf = async (code: string, more?: Partial<SandboxRequest>): Promise<unknown> => {
  const { outcome } = await run(code, more)
  return outcome.ok ? outcome.text && JSON.parse(outcome.text) : outcome
}

describe('what code may do', () => {
  test.each([
    ["return { greeting: 'Hello ' + state.name }", { greeting: 'Hello Ada' }],
    ['return state.list.map((n) => n * 2)', [2, 4]],
    [
      'const { promise, resolve } = Promise.withResolvers?.() ?? { promise: Promise.resolve(3) }; resolve?.(3); return await promise',
      3,
    ],
    ['return null', null],
    ['', undefined],
    ['const state = 1; return state', 1],
    ['return new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['return { a: undefined, b: 1 } // no line break follows', { b: 1 }],
    ['return Object.assign(Object.create(null), { a: 1 })', { a: 1 }],
    ['const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1)); return depth(400)', 400],
  ])('%s', async (code, value) => {
    expect(await resultOf(code)).toEqual(value)
  })

  test('the console tells, in the order of the lines', async () => {
    const { logs } = await run(
      'console.log("a", { b: 1 }, [2], null, undefined); console.warn(new Error("careful")); console.error("c"); console.debug("d")',
    )
    expect(logs).toEqual(['info: a {"b":1} [2] null undefined', 'warning: Error: careful', 'error: c', 'debug: d'])
  })

  test('a flood of lines is cut off, and says so', async () => {
    const { logs } = await run('for (let i = 0; i < 1200; i++) console.log("x".repeat(10500))')
    expect(logs.length).toBeLessThan(1_100)
    expect(logs.at(-1)).toMatch(/^warning: .*lines/)
    expect(Math.max(...logs.map((line) => line.length))).toBeLessThan(10_100)
  })
})

describe('what stops code', () => {
  test.each([
    ['while (true) {}', 'code.timeout'],
    ['while (true) { try { for (;;) {} } catch {} finally { for (;;) {} } }', 'code.timeout'],
    ['await Promise.resolve(); for (;;) {}', 'code.timeout'],
    [
      'const turn = () => Promise.resolve().then(() => void Promise.resolve().then(turn)); turn(); await new Promise(() => {})',
      'code.timeout',
    ],
    ['return /^(a+)+$/.test("a".repeat(60) + "!")', 'code.timeout'],
    ['await new Promise(() => {})', 'code.timeout'],
    ['const f = () => f(); f()', 'code.stack'],
    ['return JSON.parse("[".repeat(200000))', 'code.stack'],
    ['let a = []; for (let i = 0; i < 30000; i++) a = [a]; return a', 'code.stack'],
    ['return eval("(".repeat(20000))', 'code.stack'],
    ['const a = []; for (;;) a.push(new Array(1000).fill(1))', 'code.memory'],
    ['const a = []; for (;;) a.push(new Uint8Array(1000000))', 'code.memory'],
    ['let s = "x"; for (;;) s += s', 'code.memory'],
    ['return "x".repeat(2000000)', 'code.resultTooLarge'],
  ])('%s', async (code, expected) => {
    // Where memory or depth is to give way first, time must not.
    const { outcome } = await run(code, { timeoutMs: expected === 'code.timeout' ? 200 : PATIENCE })
    expect(outcome).toMatchObject({ ok: false, code: expected, message: expect.stringMatching(/\w/) })
  })
})

/** The message as the one who asked puts it together. */
const said = (outcome: SandboxOutcome) => (outcome.ok ? '' : word(outcome.message, outcome.values).english)

describe('what code may not return', () => {
  test.each([
    ['return { total: NaN }', '"total" is NaN'],
    ['return [1, [2n]]', '"0" is a bigint'],
    ['return { a: { f() {} } }', '"f" is a function'],
    ['return Symbol("s")', 'returned a symbol'],
    ['return { when: new Map([[1, 2]]) }', '"when" is a Map'],
    ['class Point {}; return new Point()', 'returned a Point'],
    ['const a = {}; a.a = a; return a', 'circular'],
  ])('%s', async (code, words) => {
    const { outcome } = await run(code)
    expect(outcome).toMatchObject({ code: 'code.resultType' })
    expect(said(outcome)).toContain(words)
  })
})

describe('where code fails', () => {
  test.each([
    ['const = 3', 'code.syntax', 1, 7],
    ['const a = 1\nconst b = ;', 'code.syntax', 2, undefined],
    ['if (true) {', 'code.syntax', undefined, undefined],
    ['}); (async () => {', 'code.syntax', undefined, undefined],
    ['const a = 1\n\nnull.x', 'code.error', 3, undefined],
    ['const f = (x) => {\n  return x.y.z\n}\nf({})', 'code.error', 2, undefined],
    ['await null\nthrow new TypeError("no")', 'code.error', 2, undefined],
    ['return fetch("http://localhost")', 'code.error', 1, undefined],
    ['return JSON.parse("{")', 'code.error', 1, undefined],
  ])('%s', async (code, expected, line, column) => {
    const { outcome } = await run(code)
    expect(outcome).toMatchObject({
      code: expected,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    })
  })

  test.each([
    ['throw "a string"', 'a string'],
    ['throw { reason: 1 }', '{"reason":1}'],
    ['throw undefined', 'undefined'],
    ['throw { get message() { throw 1 } }', 'cannot be shown'],
    ['throw new Proxy({}, { get() { throw 2 } })', 'cannot be shown'],
    ['throw Object.assign(new Error("mine"), { name: { toString() { throw 3 } } })', 'cannot be shown'],
  ])('%s', async (code, words) => {
    const { outcome } = await run(code)
    expect(outcome).toMatchObject({ code: 'code.error' })
    expect(said(outcome)).toContain(words)
  })
})

describe('what is out of reach', () => {
  const names = [
    'fetch',
    'self',
    'window',
    'process',
    'require',
    'globalThis.Worker',
    'setTimeout',
    'WebAssembly',
    'importScripts',
    'postMessage',
    'indexedDB',
    'XMLHttpRequest',
    'module',
    'Deno',
    'end',
    'makeBody',
    'scopeText',
  ]

  test.each([
    `return [${names.map((name) => `typeof ${name}`)}]`,
    `return new Function('return [${names.map((name) => `typeof ${name}`)}]')()`,
    `return (0, eval)('[${names.map((name) => `typeof ${name}`)}]')`,
    `return await (async () => {}).constructor('return [${names.map((name) => `typeof ${name}`)}]')()`,
    `return console.log.constructor('return [${names.map((name) => `typeof ${name}`)}]')()`,
  ])('%s', async (code) => {
    expect(await resultOf(code)).toEqual(names.map(() => 'undefined'))
  })

  test('modules', async () => {
    expect(await resultOf('return import("node:fs")')).toMatchObject({ code: 'code.error' })
    expect(await resultOf('return import("data:text/javascript,export default 1")')).toMatchObject({
      code: 'code.error',
    })
  })

  test('spoiled built-ins spoil nothing but the code’s own result', async () => {
    const spoil =
      'JSON.stringify = () => "9"; Promise.prototype.then = null; Array.isArray = () => true; Object.prototype.polluted = 1; ({}).__proto__.evil = 1'
    expect(await resultOf(`${spoil}; return { a: [1] }`)).toEqual({ a: [1] })
    expect('polluted' in {}).toBe(false)
    expect('evil' in {}).toBe(false)
  })

  test('one run leaves nothing for the next', async () => {
    await run('globalThis.left = 1; Object.prototype.left = 2')
    expect(await resultOf('return typeof left + typeof {}.left')).toBe('undefinedundefined')
  })

  test('the scope is a copy', async () => {
    const state = { list: [1] }
    await run('state.list.push(2); state.name = 1', { scope: { state } })
    expect(state).toEqual({ list: [1] })
  })
})
