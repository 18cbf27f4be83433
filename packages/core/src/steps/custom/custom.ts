import * as z from 'zod'
import { AgentError } from '../../errors/AgentError.ts'
import { defineStep } from '../../step/defineStep.ts'
import type { StepFunction } from '../../step/StepContext.ts'
import { runCode } from './runCode.ts'

const schema = z.object({
  code: z.string().default('').meta({ title: 'Code', widget: 'code' }),
  writes: z.array(z.string()).default([]).meta({ title: 'Fields it writes', widget: 'textList' }),
})

/** The step type that runs JavaScript: in the sandbox when it comes from configuration. */
export const customStep = defineStep({
  name: 'custom',
  version: 1,
  title: 'Custom code',
  description: 'Runs your JavaScript in a sandbox and writes what it returns.',
  category: 'code',
  icon: 'code',
  schema,
  codeSettings: ['stepFunction'],
  writes: ({ writes }) => writes,
  summarize: () => 'Run *code*',
  createStep: ({ code }, { stepFunction }) => {
    // What a person hands over in code can only be seen to be a function; its parameters are their promise.
    if (typeof stepFunction === 'function') return stepFunction as StepFunction
    if (stepFunction !== undefined || code.trim() === '') {
      throw new AgentError('step.config', 'Custom step must be callable', { path: 'config.code' })
    }
    return (state, context) => runCode(code, state, context)
  },
})

/** Makes custom steps from their settings (petal's `CustomStepStrategy`). */
export const CustomStepStrategy = customStep.getStrategy()
