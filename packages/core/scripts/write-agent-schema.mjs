// Writes agent.schema.json from the built package: run `pnpm build` first.
import { writeFile } from 'node:fs/promises'
import { builtinSteps, createAgentJsonSchema } from '../dist/index.js'

const schema = createAgentJsonSchema(builtinSteps.map((step) => step.definition))
await writeFile(new URL('../agent.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
