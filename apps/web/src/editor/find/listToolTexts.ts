import { describeFields, type Json, type JsonObject, joinPath, toolKinds } from '@petal/core/model'
import { listDescriptions } from './listDescriptions.ts'
import { listTextsOf } from './listStepTexts.ts'
import type { TextPlace } from './TextPlace.ts'

type FoundText = Pick<TextPlace, 'path' | 'text' | 'language'>

/** By these it is called, or they are no text for people. */
const names: readonly string[] = ['kind', 'name', 'agent', 'approval', 'parameters']

/** Every text of a tool but its name, by which models and steps call it. */
export function listToolTexts(tool: JsonObject, path: string): readonly FoundText[] {
  const definition = toolKinds.find(({ kind }) => kind === tool.kind)
  if (definition === undefined) return listDescriptions({ ...tool }, path)
  const fields = describeFields(definition.schema).filter(({ name }) => !names.includes(name))
  const known = new Map(listTextsOf(fields, tool, path).map((found) => [found.path, found]))
  for (const found of listDescriptions(tool.parameters, joinPath(path, 'parameters'))) known.set(found.path, found)
  const approval: Json | undefined = tool.approval
  if (typeof approval === 'string' && approval !== 'never' && approval !== 'always') {
    const at = joinPath(path, 'approval')
    known.set(at, { path: at, text: approval, language: 'expression' })
  }
  const config = definition.schema.safeParse(tool)
  for (const { path: at, text, language } of config.success ? (definition.texts?.(config.data) ?? []) : []) {
    const whole = `${path}.${at}`
    if (known.has(whole)) known.set(whole, { path: whole, text, language })
  }
  return [...known.values()]
}
