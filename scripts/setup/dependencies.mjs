// Installs the workspace when the lockfile has changed since the last install. Needs only Node and npm.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const stamp = join(root, 'node_modules', '.petal-installed')
const oldestNode = [20, 19]

export function ensureDependencies() {
  checkNode()
  const hash = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log('Installing dependencies (once; about half a minute) …')
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const result = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', npm_config_loglevel: 'error' },
  })
  if (result.status !== 0) {
    console.error(
      '\nThe dependencies could not be installed. If this computer is offline, connect it once and run the same ' +
        'command again: afterwards everything works without a network.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, hash)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = oldestNode
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  console.error(`Petal Studio needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

function lockHash() {
  const text = readFileSync(join(root, 'pnpm-lock.yaml'))
  return createHash('sha256').update(text).digest('hex')
}
