// npm start: installs what is missing, builds what has changed, serves the app.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { serve } from './serve.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { root } from './setup/root.mjs'
import { run } from './setup/run.mjs'

ensureDependencies()
const code = await run('turbo', ['run', 'build', '--output-logs=errors-only'])
if (code !== 0) {
  console.error('\nThe build failed; its messages stand above.')
  process.exit(code)
}
const wanted = Number(process.env.PORT ?? 4173)
const { address } = await serve(join(root, 'apps', 'web', 'dist'), wanted)
console.log(`\n  Petal Studio is at ${address}\n  Stop it with Ctrl+C.\n`)
if (process.argv.includes('--open')) open(address)

function open(url) {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open'
  spawn(command, [url], { detached: true, stdio: 'ignore' })
    .on('error', () => console.log(`  No browser could be opened; visit ${url} yourself.`))
    .unref()
}
