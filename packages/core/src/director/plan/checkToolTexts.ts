import type { Problem } from '../../errors/Problem.ts'
import { parseExpression } from '../../expressions/parseExpression.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import { t } from '../../language/t.ts'
import type { TextReference } from '../../step/StepDefinition.ts'
import { closestName } from '../../templates/closestName.ts'
import { parseTemplate } from '../../templates/parseTemplate.ts'
import type { VariableReference } from '../../templates/Template.ts'
import { applyTextFix } from '../../templates/TextProblem.ts'
import type { ToolDefinition } from '../../tools/ToolDefinition.ts'
import type { ToolBase } from '../../tools/toolShape.ts'
import { listNames } from './problemTexts.ts'

/** That a tool's templates and its rule for approval can be read, and name arguments it has. Paths are within the tool. */
export function checkToolTexts(definition: ToolDefinition, config: ToolBase): readonly Problem[] {
  const { parameters, approval } = config
  const names = isJsonObject(parameters.properties) ? Object.keys(parameters.properties) : []
  const isOpen = names.length === 0 && isJsonObject(parameters.additionalProperties)
  const rule: readonly TextReference[] =
    approval === 'never' || approval === 'always' ? [] : [{ path: 'approval', text: approval, language: 'expression' }]
  const texts = [...(definition.texts?.(config) ?? []), ...rule]
  return texts.flatMap((text) => checkText(text, isOpen ? undefined : names))
}

/** @param names the arguments there are; undefined when a call may give any */
function checkText({ path, text, language }: TextReference, names: readonly string[] | undefined): readonly Problem[] {
  const isTemplate = language === 'template'
  const { problems, references } = isTemplate ? parseTemplate(text) : parseExpression(text)
  const syntax = problems.map(
    ({ message, start, end, fix }): Problem => ({
      code: isTemplate ? 'template.syntax' : 'expression.syntax',
      severity: 'error',
      path,
      message: text === '' && !isTemplate ? t('Write the rule: an expression over the arguments.') : message,
      range: [start, end],
      ...(fix === undefined ? {} : { fix: { label: fix.label, change: { path, value: applyTextFix(text, fix) } } }),
    }),
  )
  if (names === undefined) return syntax
  const unknown = references
    .filter(({ name }) => !names.includes(name) && (isTemplate || name !== 'args'))
    .map((reference) => unknownArgument({ path, text, language }, reference, names))
  return [...syntax, ...unknown]
}

function unknownArgument(
  { path, text, language }: TextReference,
  { name, start, end }: VariableReference,
  available: readonly string[],
): Problem {
  const closest = closestName(name, available)
  const shown = language === 'template' ? `{${name}}` : name
  return {
    code: language === 'template' ? 'template.unknownVar' : 'expression.unknownVar',
    severity: 'error',
    path,
    range: [start, end],
    message: t('It uses {shown}, but the tool has no argument {name}. Arguments: {available}.', {
      shown,
      name,
      available: listNames(available),
    }),
    cause: { available },
    ...(closest === undefined
      ? {}
      : {
          fix: {
            label: t('Replace with {closest}', { closest }),
            change: {
              path,
              value: applyTextFix(text, { label: '', start, end: start + name.length, insert: closest }),
            },
          },
        }),
  }
}
