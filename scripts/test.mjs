// npm test: installs what is missing (the browser too), then lint, types, unit tests and browser tests.

import { runChecks } from './checks.mjs'
import { clearReports, readReports } from './reports.mjs'
import { ensureBrowser } from './setup/browser.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { run } from './setup/run.mjs'

ensureDependencies()
const env = { CHROMIUM_PATH: ensureBrowser() }
clearReports()
const checks = await runChecks()
console.log('\n── unit tests')
const unit = await run('turbo', ['run', 'test', '--continue', '--concurrency=1', '--output-logs=new-only'], { env })
console.log('\n── browser tests')
const e2e = await run('turbo', ['run', 'e2e', '--output-logs=new-only'], { env })

const suites = readReports()
console.log('\n── summary')
for (const failure of checks.failures) console.log(`check failed: ${failure}`)
for (const { name, passed, failed, failures, remark } of suites) {
  console.log(`${name}: ${passed} passed, ${failed} failed${remark ? ` (${remark})` : ''}`)
  for (const failure of failures) console.log(`  failed: ${failure}`)
}
const passed = checks.passed + sum(suites, 'passed')
// A suite that crashed before it could write its report must not look like a success.
const crashed = (unit !== 0 || e2e !== 0) && sum(suites, 'failed') === 0 ? 1 : 0
const failed = checks.failed + sum(suites, 'failed') + crashed
if (crashed) console.log('a suite ended with an error and no failed test: see its output above')
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0)
}
