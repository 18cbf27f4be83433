import { parseTemplate } from '../templates/parseTemplate.ts'
import type { VariableReference } from '../templates/Template.ts'
import { parseExpression } from './parseExpression.ts'

/** Every variable that a text names, in the order written. Never throws; a faulty text gives what can be read of it. */
export function listReferences(text: string, language: 'template' | 'expression'): readonly VariableReference[] {
  return language === 'template' ? parseTemplate(text).references : parseExpression(text).references
}
