import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import { listTexts } from '../../templates/listTexts.ts'
import { type ToolConfig, toolSchema } from './toolSchema.ts'

/** The step type that runs tools: those the last message calls, or one with arguments of its own (petal's tool step). */
export const toolStep = defineStep({
  name: 'tool',
  version: 1,
  title: 'Run tools',
  description: 'Runs the tools that a model asked for, or one tool with arguments from the state.',
  category: 'tool',
  icon: 'wrench',
  schema: toolSchema,
  reads: ({ mode, scratchpadKey }) =>
    mode === 'fixed' ? [] : [MESSAGES, ...(scratchpadKey === '' ? [] : [scratchpadKey])],
  writes: ({ mode, scratchpadKey, writes }) =>
    (mode === 'fixed' ? [writes] : [MESSAGES, scratchpadKey]).filter((name) => name !== ''),
  texts: ({ mode, args }) => (mode === 'fixed' ? listTexts(args, 'config.args') : []),
  tools: ({ mode, tools, tool }) => (mode === 'calls' ? tools : tool === '' ? [] : [tool]),
  validate: findProblems,
  summarize: ({ mode, tools, tool, writes }) => {
    if (mode === 'calls')
      return tools.length === 0 ? t('Run *tools*') : t('Run {tools}', { tools: emphasizeList(tools.slice(0, 4), 'or') })
    return writes === ''
      ? t('Run {tool}', { tool: emphasize(tool || t('a tool')) })
      : t('Run {tool} into {writes}', { tool: emphasize(tool || t('a tool')), writes: emphasize(writes) })
  },
  run: async (state, context) => (await import('./runTool.ts')).runTool(state, context),
  examples: [
    { title: 'Run what the model asked for', config: { tools: ['search'] } },
    {
      title: 'Look something up',
      config: { mode: 'fixed', tool: 'search', args: { query: '{question}' }, writes: 'found' },
    },
  ],
})

function findProblems({ mode, tools, tool, writes }: ToolConfig): readonly Problem[] {
  const fault = (path: string, message: string): Problem => ({
    code: 'step.config',
    severity: 'error',
    path: `config.${path}`,
    message,
  })
  if (mode === 'calls') return tools.length === 0 ? [fault('tools', t('Tool step requires at least one tool'))] : []
  return [
    ...(tool === '' ? [fault('tool', t('Tool step requires at least one tool: choose it.'))] : []),
    ...(writes === MESSAGES ? [fault('writes', t('The result is no message: choose another field.'))] : []),
  ]
}
