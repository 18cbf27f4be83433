// pnpm check: what a change must pass before its tests matter. The same as in CI.
import { runChecks } from './checks.mjs'

const { failed } = await runChecks()
process.exit(failed > 0 ? 1 : 0)
