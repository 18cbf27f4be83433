import type { StepCategory } from '@petal/core/model'
import { msg } from '@petal/ui/language'

/** The colours of a kind of step, as class names. */
export interface CategoryLook {
  readonly title: string
  /** Text and lines. */
  readonly text: string
  /** A solid fill. */
  readonly solid: string
  /** A tinted surface with the text colour upon it. */
  readonly soft: string
  /** The CSS variable of the colour, for drawing on a canvas. */
  readonly variable: string
}

/** How each kind of step looks. Class names are written out so that Tailwind finds them. */
export const categoryLooks: Readonly<Record<StepCategory, CategoryLook>> = {
  model: look(msg('Models'), 'text-model', 'bg-model', 'bg-model-soft text-model', '--color-model'),
  logic: look(msg('Logic'), 'text-logic', 'bg-logic', 'bg-logic-soft text-logic', '--color-logic'),
  data: look(msg('Data'), 'text-data', 'bg-data', 'bg-data-soft text-data', '--color-data'),
  code: look(msg('Code'), 'text-code', 'bg-code', 'bg-code-soft text-code', '--color-code'),
  tool: look(msg('Tools'), 'text-tool', 'bg-tool', 'bg-tool-soft text-tool', '--color-tool'),
  human: look(msg('People'), 'text-human', 'bg-human', 'bg-human-soft text-human', '--color-human'),
  output: look(msg('Output'), 'text-output', 'bg-output', 'bg-output-soft text-output', '--color-output'),
  other: look(msg('Other'), 'text-other', 'bg-other', 'bg-other-soft text-other', '--color-other'),
}

// One positional line per kind keeps the table above readable as a table.
function look(...[title, text, solid, soft, variable]: [string, string, string, string, string]): CategoryLook {
  return { title, text, solid, soft, variable }
}
