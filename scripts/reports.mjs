import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './setup/root.mjs'

const longest = 1200

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
    if (!existsSync(path)) return { name: `${name} (no report)`, passed: 0, failed: 1, failures: [] }
    return { name, ...read(JSON.parse(readFileSync(path, 'utf8'))) }
  })
}

function readVitest({ numPassedTests, numFailedTests, numFailedTestSuites, testResults }) {
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name)
    const tests = assertionResults.filter((test) => test.status === 'failed')
    // A file that does not even load fails no test, but is a failure.
    if (tests.length === 0) return status === 'failed' ? [file] : []
    return tests.map(({ fullName, failureMessages }) => describe(file, fullName, failureMessages[0]))
  })
  return { passed: numPassedTests, failed: numFailedTests || (numFailedTestSuites ? 1 : 0), failures }
}

function readPlaywright({ stats, suites }) {
  const specs = listSpecs(suites)
  const named = (status) =>
    specs
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, title, tests }) =>
        describe(file, title, tests.at(-1)?.results.find(({ error }) => error)?.error.message),
      )
  const remark = stats.flaky > 0 ? `only at another try: ${named('flaky').join(', ')}` : undefined
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, failures: named('unexpected'), remark }
}

/** A failure with the beginning of what was said, for whoever reads the last lines only. */
function describe(file, title, said = '') {
  const told = stripVTControlCharacters(said).trim()
  const short = told.length > longest ? `${told.slice(0, longest)} …` : told
  return [`${file}: ${title}`, ...short.split('\n')].filter(Boolean).join('\n    ')
}

function listSpecs(suites = []) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...listSpecs(suite.suites)])
}
