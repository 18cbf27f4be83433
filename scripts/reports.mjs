import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/root.mjs'

const reports = [
  { name: 'packages/core', file: 'packages/core/reports/unit.json', read: readVitest },
  { name: 'packages/ui', file: 'packages/ui/reports/unit.json', read: readVitest },
  { name: 'apps/web', file: 'apps/web/reports/unit.json', read: readVitest },
  { name: 'e2e', file: 'e2e/reports/e2e.json', read: readPlaywright },
]

/** Removes the reports of earlier runs, so that a suite which does not run cannot borrow an old success. */
export function clearReports() {
  for (const { file } of reports) rmSync(join(root, file), { force: true })
}

/** What each suite said; a suite without a report counts as one failure. */
export function readReports() {
  return reports.map(({ name, file, read }) => {
    const path = join(root, file)
    if (!existsSync(path)) return { name: `${name} (no report)`, passed: 0, failed: 1 }
    return { name, ...read(JSON.parse(readFileSync(path, 'utf8'))) }
  })
}

function readVitest({ numPassedTests, numFailedTests, numFailedTestSuites }) {
  // A file that does not even load fails no test, but is a failure.
  return { passed: numPassedTests, failed: numFailedTests || (numFailedTestSuites ? 1 : 0) }
}

function readPlaywright({ stats }) {
  const flaky = stats.flaky > 0 ? `${stats.flaky} only at the second try` : undefined
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, remark: flaky }
}
