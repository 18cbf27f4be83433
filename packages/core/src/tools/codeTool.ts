import * as z from 'zod'
import { t } from '../language/t.ts'
import type { LogLevel } from '../step/StepContext.ts'
import { defineTool } from './ToolDefinition.ts'
import { toolShape } from './toolShape.ts'

const schema = z.object({
  ...toolShape,
  kind: z.literal('code'),
  code: z.string().default('').meta({
    title: 'Code',
    description: 'The body of an async JavaScript function. args holds the arguments; what it returns is the result.',
    widget: 'code',
    placeholder: 'return args.price * args.count',
  }),
})

const levels: Readonly<Record<'debug' | 'info' | 'warning' | 'error', LogLevel>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warning: 'WARNING',
  error: 'ERROR',
}

/** A tool that is JavaScript: in the sandbox when it comes from a configuration. */
export const codeTool = defineTool({
  kind: 'code',
  title: 'Code',
  description: 'Runs JavaScript in a sandbox, without network or page.',
  icon: 'code',
  schema,
  uses: ({ code }) => ({ code: code.trim() !== '' }),
  validate: ({ code }, _agent, given) =>
    given || code.trim() !== ''
      ? []
      : [
          {
            code: 'tool.config',
            severity: 'error',
            path: 'code',
            message: t('This tool does nothing yet: write its code.'),
          },
        ],
  run: (args, { code }, { sandbox, signal, log }) =>
    sandbox.run({ code, scope: { args }, signal, onLog: (level, text) => log(levels[level], text) }),
})
