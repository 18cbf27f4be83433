import {
  agentConfigSchema,
  createDefaultRegistry,
  describeFields,
  type FieldSpec,
  providerTable,
  toolKinds,
} from '@petal/core/model'
import ts from 'typescript'
import { exampleTexts } from '../../storage/exampleTexts.ts'
import { sources } from './sources.ts'

/** A text of the app that is translated: a number asks for forms of it. */
export interface AppText {
  readonly text: string
  readonly isPlural: boolean
}

/** Every text that `t`, `word`, `msg`, `plural` and `countLabel` are given in the code, every word of the forms of steps and tools, and what the examples are called. */
export function listTexts(): readonly AppText[] {
  const inCode = Object.entries(sources).flatMap(([path, source]) => textsIn(path, source))
  const words = new Set([...listWords(), ...Object.values(exampleTexts).flatMap(titlesOf)])
  return [...inCode, ...[...words].map((text) => ({ text, isPlural: false }))]
}

function titlesOf(example: string): readonly string[] {
  const { name, description }: { readonly name: string; readonly description: string } = JSON.parse(example)
  return [name, description]
}

function textsIn(path: string, source: string): readonly AppText[] {
  if (!/\b(t|word|msg|plural|countLabel)\(/.test(source)) return []
  const found: AppText[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      found.push(...textsOf(node.expression.text, node))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX))
  return found
}

function textsOf(name: string, { arguments: given }: ts.CallExpression): readonly AppText[] {
  const isPlural = ['plural', 'countLabel'].includes(name)
  const at = ['t', 'word', 'msg'].includes(name) ? given[0] : isPlural ? given[2] : undefined
  if (at === undefined || !ts.isStringLiteralLike(at)) return []
  return [{ text: at.text, isPlural }]
}

function listWords(): readonly string[] {
  const registry = createDefaultRegistry()
  const steps = registry.list().flatMap((type) => registry.describe(type) ?? [])
  return [
    ...[...steps, ...toolKinds].flatMap(({ title, description, schema }) => [
      title,
      description,
      ...describeFields(schema).flatMap(wordsOf),
    ]),
    ...describeFields(agentConfigSchema).flatMap(wordsOf),
    ...Object.values(providerTable).flatMap(({ label, description, notes, models, inPage }) => [
      // Names of products are the same everywhere.
      ...(/ [a-z]/.test(label) ? [label] : []),
      description,
      ...notes,
      ...(inPage === true ? models.map((model) => model.label) : []),
    ]),
  ]
}

function wordsOf(field: FieldSpec): readonly string[] {
  const { title, description } = field
  const own = [title, ...(description === undefined ? [] : [description])]
  switch (field.kind) {
    case 'select':
      // An option without a label of its own is called by its value: a name of code.
      return [...own, ...field.options.filter(({ value, label }) => label !== value).map(({ label }) => label)]
    case 'list':
    case 'group':
      return [...own, ...field.fields.flatMap(wordsOf)]
    case 'record':
      return [...own, ...wordsOf(field.value)]
    default:
      return own
  }
}
