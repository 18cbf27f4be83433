import { expect, test } from 'vitest'
import { createSandbox } from '#platform'

const run = (code: string) => createSandbox().run({ code, scope: { state: { a: 1 } }, timeoutMs: 500 })
test('answers', async () => {
  expect(await run('return { b: state.a + 1 }')).toEqual({ b: 2 })
  await expect(run('while (true) {}')).rejects.toMatchObject({ code: 'code.timeout' })
  console.log(
    await run(
      'const f = (n) => n === 0 ? 0 : 1 + f(n - 1); let k = 0; try { for (k = 100; ; k += 100) f(k) } catch { return k }',
    ),
  )
  for (const c of [
    '\n  throw new Error("x")',
    'const = 3',
    'return 1n',
    'return {a:{b:NaN}}',
    'throw "s"',
    'throw {a:1}',
    'return new Map()',
    'await new Promise(() => {})',
    'null.x',
    'const a = []; for(;;) a.push(new Array(1000).fill(1))',
    'const f = () => f(); f()',
    'return JSON.parse("[".repeat(2e5))',
    'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a',
    'return "x".repeat(2e6)',
    'new Array(3e8)+""',
  ]) {
    const t = performance.now()
    await run(c).then(
      (v) => console.log(c, 'OK', JSON.stringify(v)),
      (e) => console.log(c, '=>', e.code, e.message, JSON.stringify(e.detail), Math.round(performance.now() - t)),
    )
  }
}, 60000)
