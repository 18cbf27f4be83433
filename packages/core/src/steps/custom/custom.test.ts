import { describe, expect, test } from 'vitest'
import type { Json } from '../../json/Json.ts'
import type { SandboxRequest } from '../../sandbox/Sandbox.ts'
import { runStep } from '../../testing/runStep.ts'
import { CustomStepStrategy, customStep } from './custom.ts'

/** A sandbox that gives this result and keeps what it was asked. */
function sandboxGiving(result: Json | undefined) {
  const requests: SandboxRequest[] = []
  return {
    requests,
    sandbox: {
      run: async (request: SandboxRequest) => {
        requests.push(request)
        request.onLog?.('warning', 'careful')
        return result
      },
    },
  }
}

describe('code from a configuration', () => {
  test('runs in the sandbox, with the state in scope', async () => {
    const { sandbox, requests } = sandboxGiving({ total: 6 })
    const { update, logs } = await runStep(customStep, { code: 'return { total: 6 }' }, { price: 2 }, { sandbox })
    expect(update).toEqual({ total: 6 })
    expect(requests).toMatchObject([{ code: 'return { total: 6 }', scope: { state: { price: 2 } } }])
    expect(logs).toEqual([{ level: 'WARNING', message: 'careful' }])
  })

  test.each([[undefined], [null]])('that returns %j writes nothing', async (result) => {
    const { sandbox } = sandboxGiving(result)
    expect((await runStep(customStep, { code: 'return' }, {}, { sandbox })).update).toEqual({})
  })

  test.each([
    [42, '42'],
    ['text', '"text"'],
    [[1, 2], 'a list'],
  ])('that returns %j is an error that names the step', async (result, words) => {
    const { sandbox } = sandboxGiving(result)
    const run = runStep(customStep, { code: 'return 42' }, {}, { sandbox, stepId: 'sum', nodeName: 'Sum' })
    await expect(run).rejects.toMatchObject({
      code: 'run.resultType',
      stepId: 'sum',
      message: expect.stringContaining(`"Sum" returned ${words}.`),
    })
  })
})

describe('a function from code', () => {
  test('is called with the state and the context, outside the sandbox', async () => {
    const stepFunction = (state: Readonly<Record<string, unknown>>, { stepId }: { readonly stepId: string }) => ({
      seen: [state.price, stepId],
    })
    const { update } = await runStep(customStep, { stepFunction }, { price: 2 }, { stepId: 'sum' })
    expect(update).toEqual({ seen: [2, 'sum'] })
  })

  test('is the step function itself', () => {
    const stepFunction = () => undefined
    const strategy: CustomStepStrategy = new CustomStepStrategy()
    expect(strategy.createStep({ stepFunction })).toBe(stepFunction)
  })

  test.each([[{}], [{ stepFunction: null }], [{ stepFunction: 'text' }], [{ stepFunction: {} }], [{ code: ' ' }]])(
    '%j is nothing to call',
    (config) => {
      // What a caller in JavaScript may hand over.
      expect(() => new CustomStepStrategy().createStep(config as never)).toThrow('Custom step must be callable')
    },
  )

  test.each([0, 1, -1])('names itself by position %i', (index) => {
    expect(new CustomStepStrategy().getNodeName(index)).toBe(`custom_step_${index}`)
  })
})

test.each([
  [{ code: '', writes: [] }, 'Run *code*', undefined],
  [{ code: 'return {\n a: 1 }', writes: [] }, 'Run *code*: return { a: 1 }', undefined],
  [{ code: 'return {}', writes: ['a', 'b'] }, 'Compute *a* and *b*', ['a', 'b']],
])('%j reads "%s" and writes %j', (config, summary, fields) => {
  expect(customStep.definition.summarize(config)).toBe(summary)
  expect(customStep.definition.writes?.(config)).toEqual(fields)
})
