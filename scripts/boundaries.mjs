// Import directions and the one-door rule. The count of modules is asserted: without a TypeScript it can resolve,
// dependency-cruiser looks at nothing and is content.
import { spawnSync } from 'node:child_process'
import { bin, root } from './setup/root.mjs'

const fewestModules = 150
const folders = ['apps/web/src', 'packages/core/src', 'packages/ui/src']
const result = spawnSync(
  bin('depcruise'),
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
  },
)
if (!result.stdout) {
  console.error(result.stderr)
  process.exit(1)
}
const { summary, modules } = JSON.parse(result.stdout)
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle?.length ? cycle.map((step) => step.name ?? step).join(' → ') : to
  console.error(`${rule.severity} ${rule.name}: ${from} → ${way}`)
}
const engine = wayToEngine('packages/core/src/model.ts')
if (engine) console.error(`error editor-entry-loads-no-engine: ${engine.join(' → ')}`)
const own = summary.totalCruised
console.log(`${own} modules looked at, ${summary.violations.length} violations`)
if (own < fewestModules)
  console.error(`Expected at least ${fewestModules} modules: the check saw too little to be trusted.`)
process.exit(summary.error > 0 || engine || own < fewestModules ? 1 : 0)

/** How the editor's entry reaches the engine without a dynamic import, if it does. */
function wayToEngine(entry) {
  const bySource = new Map(modules.map((module) => [module.source, module]))
  const cameFrom = new Map([[entry, undefined]])
  for (const source of cameFrom.keys()) {
    if (/node_modules\/(@langchain|quickjs-emscripten-core|@jitl)/.test(source)) return wayTo(source, cameFrom)
    for (const { resolved, dynamic, typeOnly } of bySource.get(source)?.dependencies ?? []) {
      if (!dynamic && !typeOnly && !cameFrom.has(resolved)) cameFrom.set(resolved, source)
    }
  }
  return undefined
}

function wayTo(source, cameFrom) {
  const way = [source]
  for (let at = cameFrom.get(source); at; at = cameFrom.get(at)) way.unshift(at)
  return way
}
