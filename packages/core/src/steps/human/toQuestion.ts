import { AgentError } from '../../errors/AgentError.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import type { HumanQuestion } from './HumanQuestion.ts'
import type { HumanConfig } from './humanSchema.ts'

/** The question that the settings make of this state. */
export function toQuestion(state: State, { config, stepId, nodeName }: StepContext<HumanConfig>): HumanQuestion {
  const render = (kind: string, name: 'title' | 'text') =>
    renderTemplate(config[name], state, { stepId, nodeName, kind, path: `config.${name}` })
  const base = {
    kind: 'human',
    title: render(msg('Title'), 'title') || nodeName,
    text: render(msg('Text'), 'text'),
  } as const
  switch (config.mode) {
    case 'approve':
      return { ...base, mode: 'approve', reasonRequired: config.reasonRequired }
    case 'edit':
      return { ...base, mode: 'edit', draft: readDraft(state, config.field, stepId) }
    case 'choose':
      return { ...base, mode: 'choose', options: config.options }
    case 'answer':
      return { ...base, mode: 'answer' }
    case 'form':
      return { ...base, mode: 'form', schema: config.schema }
  }
}

function readDraft(state: State, field: string, stepId: string): string {
  const draft = Object.hasOwn(state, field) ? state[field] : undefined
  if (typeof draft === 'string') return draft
  const available = Object.keys(state)
  const names = available.join(', ') || word('none')
  throw new AgentError(
    'template.missing',
    draft === undefined
      ? word("The field '{field}' has no value that could be edited. Fields with a value: {names}.", { field, names })
      : word("The field '{field}' holds no text that could be edited. Fields with a value: {names}.", { field, names }),
    { stepId, path: 'config.field', detail: { available } },
  )
}
