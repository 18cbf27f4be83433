import * as z from 'zod'
import { AgentError } from '../../errors/AgentError.ts'
import { defineStep } from '../../step/defineStep.ts'
import { modelSetting } from '../../step/modelSetting.ts'
import { exit } from '../../step/StepResult.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'

const schema = z.object({
  prompt: z.string().default('').meta({ title: 'Prompt', widget: 'prompt' }),
  routes: z
    .array(
      z.object({
        name: z.string().default('').meta({ title: 'Name' }),
        description: z.string().default('').meta({ title: 'When to take it' }),
      }),
    )
    .default([
      { name: 'question', description: '' },
      { name: 'other', description: '' },
    ])
    .meta({ title: 'Routes', itemTitle: 'name' }),
  writes: z.string().default('').meta({ title: 'Write the route to', widget: 'stateField' }),
  llmConfig: modelSetting,
})

/** The step type that lets a model choose the way. */
export const routerStep = defineStep({
  name: 'router',
  version: 1,
  title: 'Router',
  description: 'Lets a model choose which way to go.',
  category: 'logic',
  icon: 'route',
  schema,
  ports: ({ routes }) => ({
    inputs: [{ id: 'in', label: 'In' }],
    outputs: routes.map(({ name }) => ({ id: name, label: name })),
  }),
  writes: ({ writes }) => (writes === '' ? [] : [writes]),
  texts: ({ prompt }) => [{ path: 'config.prompt', text: prompt, language: 'template' }],
  model: ({ llmConfig }) => (llmConfig === undefined ? {} : { llmConfig }),
  summarize: ({ routes }) => `Choose between ${routes.map(({ name }) => `*${name}*`).join(', ')}`,
  run: async (state, context) => {
    const { prompt, routes, writes, llmConfig } = context.config
    const names = routes.map(({ name }) => name)
    const model = await context.models.get(llmConfig)
    const where = { stepId: context.stepId, nodeName: context.nodeName, kind: 'Prompt' as const }
    const answer = await model.chat({
      messages: [{ role: 'user', content: renderTemplate(prompt, state, where) }],
      output: { name: 'route', schema: { type: 'object', properties: { route: { type: 'string', enum: names } } } },
      signal: context.signal,
    })
    const output = answer.output
    const said =
      typeof output === 'object' && output !== null && 'route' in output ? String(output.route) : answer.message.content
    const route = names.find((name) => name.toLowerCase() === said.trim().toLowerCase())
    if (route === undefined) {
      throw new AgentError('run.unknownRoute', `The model answered '${said}', which is none of the routes.`, {
        detail: { available: names },
      })
    }
    return exit(route, writes === '' ? undefined : { [writes]: route })
  },
})
