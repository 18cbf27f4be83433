// pnpm bench: the budgets beside their floors, as a table and as JSON.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canvasRows } from './canvas.mjs'
import { runtimeRows } from './runtime.mjs'

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs')
const only = process.argv[2]
const rows = [...(only === 'canvas' ? [] : await runtimeRows()), ...(only === 'runtime' ? [] : await canvasRows())]

const table = [
  '| what | budget | measured | floor | ratio | met |',
  '|---|---|---:|---:|---:|---|',
  ...rows.map(({ what, budget, ours, floor, unit, met }) => {
    const ratio = floor === undefined ? '' : (ours / floor).toFixed(2)
    const base = floor === undefined ? '' : `${floor} ${unit}`
    const verdict = met === undefined ? '' : met ? 'yes' : 'no'
    return `| ${what} | ${budget} | ${ours} ${unit} | ${base} | ${ratio} | ${verdict} |`
  }),
].join('\n')
console.log(`\n${table}\n`)

if (!only) {
  const machine = { node: process.version, cores: cpus().length }
  writeFileSync(join(docs, 'bench.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
  writeFileSync(join(docs, 'bench.md'), page(machine))
}

function page({ node, cores }) {
  return `# Measurements

Written by \`pnpm bench\`. Each figure is a median taken in turns with its floor on the same machine (Node ${node.slice(1)},
${cores} cores, Chromium without a GPU), so ratios say more than times: raw LangGraph for the engine, a bare React Flow
page that mounts visible elements only for the canvas, a plain \`fetch\` reader for streaming.

${table}
`
}
