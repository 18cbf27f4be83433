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
const { summary } = JSON.parse(result.stdout)
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle?.length ? cycle.map((step) => step.name ?? step).join(' → ') : to
  console.error(`${rule.severity} ${rule.name}: ${from} → ${way}`)
}
const own = summary.totalCruised
console.log(`${own} modules looked at, ${summary.violations.length} violations`)
if (own < fewestModules)
  console.error(`Expected at least ${fewestModules} modules: the check saw too little to be trusted.`)
process.exit(summary.error > 0 || own < fewestModules ? 1 : 0)
