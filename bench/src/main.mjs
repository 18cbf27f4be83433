// pnpm bench: the budgets beside their floors, as a table and as JSON.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canvasRows } from './canvas.mjs'
import { runtimeRows } from './runtime.mjs'

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs')
const only = process.argv[2]
const rows = []
const lines = ['| what | budget | measured | floor | ratio | met |', '|---|---|---:|---:|---:|---|']
console.log(`\n${lines.join('\n')}`)
if (only !== 'canvas') await take(runtimeRows())
if (only !== 'runtime') await take(canvasRows())

if (!only) {
  const machine = { node: process.version, cores: cpus().length }
  writeFileSync(join(docs, 'bench.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
  writeFileSync(join(docs, 'bench.md'), page(machine))
}

/** Prints each row as soon as it is there: the whole takes minutes. */
async function take(measured) {
  for await (const row of measured) {
    rows.push(row)
    lines.push(toLine(row))
    console.log(lines.at(-1))
  }
}

function toLine({ what, budget, ours, floor, unit, met }) {
  const ratio = floor === undefined ? '' : (ours / floor).toFixed(2)
  const base = floor === undefined ? '' : `${floor} ${unit}`
  const verdict = met === undefined ? '' : met ? 'yes' : 'no'
  return `| ${what} | ${budget} | ${ours} ${unit} | ${base} | ${ratio} | ${verdict} |`
}

function page({ node, cores }) {
  return `# Measurements

Written by \`pnpm bench\`. Each figure is a median taken in turns with its floor on the same machine (Node ${node.slice(1)},
${cores} cores, Chromium without a GPU), so ratios say more than times: raw LangGraph for the engine, a bare React Flow
page for the canvas, a plain \`fetch\` reader for streaming. The bare page shows the same chain in a place of the same size
through the same camera, knows the sizes of its cards in advance and mounts visible elements only; its text area is the
floor for typing.

${lines.join('\n')}
`
}
