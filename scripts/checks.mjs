import { run } from './setup/run.mjs'

const checks = [
  { title: 'format and lint', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { title: 'import directions', command: 'node', args: ['scripts/boundaries.mjs'] },
  { title: 'gestures and their tests', command: 'node', args: ['scripts/gestures.mjs'] },
  { title: 'unused code', command: 'knip', args: [] },
  { title: 'types', command: 'turbo', args: ['run', 'typecheck', '--output-logs=errors-only', '--continue'] },
]

/** Runs every check, also after one has failed, so that all complaints are seen at once. */
export async function runChecks() {
  const failures = []
  for (const { title, command, args } of checks) {
    console.log(`\n── ${title}`)
    if ((await run(command, args)) !== 0) failures.push(title)
  }
  return { passed: checks.length - failures.length, failed: failures.length, failures }
}
