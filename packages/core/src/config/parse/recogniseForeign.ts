import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import { word } from '../../language/word.ts'

/** How the files of other tools are told apart: by keys that only they have, the surest first. */
const products: readonly { readonly name: string; matches(file: JsonObject): boolean }[] = [
  { name: 'n8n', matches: (file) => isJsonObject(file.connections) && Array.isArray(file.nodes) },
  { name: 'Dify', matches: (file) => isJsonObject(file.app) && isJsonObject(file.workflow) },
  {
    name: 'Rivet',
    matches: (file) => isJsonObject(file.data) && (isJsonObject(file.data.graphs) || isJsonObject(file.data.nodes)),
  },
  { name: 'Sim', matches: (file) => isJsonObject(file.state) && isJsonObject(file.state.blocks) },
  { name: 'Langflow', matches: isLangflow },
  { name: 'LangGraph', matches: (file) => firstNode(file)?.id === '__start__' || hasNodeType(file, /^runnable$/) },
  { name: 'Flowise', matches: isFlowise },
  {
    name: 'petal (a YAML node)',
    matches: (file) => typeof file.type === 'string' && typeof file.name === 'string',
  },
]

/** Lines that only a YAML file of another tool starts with. */
const yamlMarks: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Dify', pattern: /^kind: app\b|^workflow:\s*$/m },
  { name: 'Rivet', pattern: /^version: \d+\s+data:\s/m },
  { name: 'petal (a YAML node)', pattern: /^type: (?:llm|react|custom)\b/m },
]

/** The product whose file this is, as far as its keys tell; nothing for a file of our own. */
export function recogniseForeign(value: Json): string | undefined {
  if (!isJsonObject(value) || 'steps' in value || 'stateType' in value) return undefined
  return products.find((product) => product.matches(value))?.name
}

/** The product whose file a text is that is not JSON. */
export function recogniseForeignText(text: string): string | undefined {
  const start = text.slice(0, 20_000)
  return yamlMarks.find((mark) => mark.pattern.test(start))?.name
}

/** The fault for a file of another product. */
export function toForeignError(product: string): AgentError {
  const message = word('This is a file of {product}, not of Petal Studio. Choose a file that ends in .agent.json.', {
    product,
  })
  return new AgentError('import.foreign', message, { detail: { detail: { product } } })
}

function isLangflow({ data }: JsonObject): boolean {
  if (!isJsonObject(data)) return false
  const nodes: Json = Array.isArray(data.nodes) ? data.nodes : []
  const inner = nodes.map((node) => (isJsonObject(node) ? node.data : undefined))
  return isJsonObject(data.node) || (inner.length > 0 && inner.some((item) => isJsonObject(item) && 'node' in item))
}

function isFlowise(file: JsonObject): boolean {
  if ('iconSrc' in file && 'schema' in file && 'func' in file) return true
  return Array.isArray(file.nodes) && file.nodes.some((node) => isJsonObject(node) && isFlowiseData(node.data))
}

function isFlowiseData(data: Json | undefined): boolean {
  return isJsonObject(data) && ('baseClasses' in data || 'inputParams' in data || 'inputAnchors' in data)
}

function firstNode(file: JsonObject): JsonObject | undefined {
  const [first] = Array.isArray(file.nodes) ? file.nodes : []
  return isJsonObject(first) ? first : undefined
}

function hasNodeType(file: JsonObject, type: RegExp): boolean {
  const nodes: Json = Array.isArray(file.nodes) ? file.nodes : []
  return nodes.some((node) => isJsonObject(node) && typeof node.type === 'string' && type.test(node.type))
}
