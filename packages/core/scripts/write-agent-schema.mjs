// Writes agent.schema.json from the built package: run `pnpm build` first.
import { writeFile } from 'node:fs/promises'
import { createAgentJsonSchema, createDefaultRegistry } from '../dist/index.js'

const registry = createDefaultRegistry()
const schema = createAgentJsonSchema(registry.list().map((name) => registry.describe(name)))
await writeFile(new URL('../agent.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
