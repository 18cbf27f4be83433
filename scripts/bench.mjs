// pnpm bench [runtime|canvas]: builds, then measures the budgets beside their floors.
import { join } from 'node:path'
import { ensureBrowser } from './setup/browser.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { root } from './setup/root.mjs'
import { run } from './setup/run.mjs'

ensureDependencies()
const env = { CHROMIUM_PATH: ensureBrowser() }
const built = await run('turbo', ['run', 'build', '--output-logs=errors-only'])
if (built !== 0) process.exit(built)
process.exit(await run('node', ['src/main.mjs', ...process.argv.slice(2)], { env, cwd: join(root, 'bench') }))
