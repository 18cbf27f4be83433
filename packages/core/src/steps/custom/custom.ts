import * as z from 'zod'
import { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import { problemWording } from '../../errors/problemWording.ts'
import { withEnglish } from '../../errors/withEnglish.ts'
import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasizeList, excerpt } from '../../step/emphasize.ts'
import type { StepFunction } from '../../step/StepContext.ts'
import type { CodeSettings } from '../../step/StepDefinition.ts'
import type { StepStrategyClass } from '../../step/StepPlugin.ts'
import { listReturned } from './listReturned.ts'
import { runCode } from './runCode.ts'

const schema = z.object({
  code: z.string().default('').meta({
    title: 'Code',
    description:
      'The body of an async JavaScript function. state is a copy; return the fields to write. console writes into the log; there is no network, page or timer. Stopped after 5 seconds, or at 32 MB.',
    widget: 'code',
    placeholder: 'return { total: state.price * state.count }',
  }),
  writes: z.array(z.string()).default([]).meta({
    title: 'Fields it writes',
    description: 'Lets Petal check what comes after. Leave empty if it may be any.',
    widget: 'textList',
    advanced: true,
  }),
})

/** The settings as they may be written, with what only code can give. */
export type CustomStepInput = z.input<typeof schema> & {
  /** Called directly, outside the sandbox, with the state and the context. */
  readonly stepFunction?: StepFunction
}

/** The step type that runs JavaScript: in the sandbox when it comes from a configuration. */
export const customStep = defineStep({
  name: 'custom',
  version: 1,
  title: 'Custom code',
  description: 'Runs your JavaScript in a sandbox, without network or page, and writes what it returns.',
  category: 'code',
  icon: 'code',
  schema,
  codeSettings: ['stepFunction'],
  writes: ({ writes }) => (writes.length === 0 ? undefined : writes),
  mayWrite: ({ code }) => listReturned(code),
  summarize: ({ code, writes }) => {
    if (writes.length > 0) return t('Compute {writes}', { writes: emphasizeList(writes, 'and') })
    return code.trim() === '' ? t('Run *code*') : t('Run *code*: {code}', { code: excerpt(code) })
  },
  createStep: ({ code }, { stepFunction }) => {
    const check = () => checkCallable(code, { stepFunction })
    const [problem] = withEnglish(check(), check)
    if (problem !== undefined) throw new AgentError(problem.code, problemWording(problem), { path: 'config.code' })
    // That it is a function is all that can be seen of it; what it takes and gives is the caller's promise.
    if (stepFunction !== undefined) return stepFunction as StepFunction
    return (state, context) => runCode(code, state, context)
  },
  examples: [
    {
      title: 'Count the words of a text',
      config: { code: 'return { words: state.text.split(/\\s+/).filter(Boolean).length }', writes: ['words'] },
    },
    {
      title: 'Keep the best answer',
      config: { code: 'const best = state.answers.toSorted((a, b) => b.score - a.score)[0]\nreturn { best }' },
    },
  ],
})

/** Makes custom steps from their settings (petal's `CustomStepStrategy`). */
export const CustomStepStrategy: StepStrategyClass<CustomStepInput> = customStep.getStrategy()
export type CustomStepStrategy = InstanceType<typeof CustomStepStrategy>

/** That there is something to call: a function given in code, or else code in the settings. */
export function checkCallable(code: unknown, { stepFunction }: CodeSettings): readonly Problem[] {
  if (typeof stepFunction === 'function') return []
  if (stepFunction === undefined && typeof code === 'string' && code.trim() !== '') return []
  const message =
    stepFunction === undefined ? t('Custom step must be callable: write its code.') : t('Custom step must be callable')
  return [
    {
      code: 'step.config',
      severity: 'error',
      path: 'config.code',
      message,
    },
  ]
}
