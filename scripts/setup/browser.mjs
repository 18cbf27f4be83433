// Finds a Chromium for the browser tests, or installs one: the environment's, Playwright's, one on this computer,
// Playwright's download, the Debian package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bin, root } from './root.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium that starts; ends the process with an explanation when none is to be had. */
export function ensureBrowser() {
  const found = find() ?? download() ?? installPackage()
  if (found) return found
  console.error(
    '\nNo Chromium for the browser tests. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the same ' +
      'command again. (Playwright could not download one; is this computer offline?)',
  )
  process.exit(1)
}

function find() {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : undefined
  const own = playwrightPath()
  if (own && existsSync(own)) return own
  return onPath() ?? places.find((place) => existsSync(place))
}

function playwrightPath() {
  try {
    const require = createRequire(join(root, 'e2e', 'package.json'))
    return require('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}

function onPath() {
  const look = process.platform === 'win32' ? 'where' : 'which'
  for (const name of names) {
    const result = spawnSync(look, [name], { encoding: 'utf8' })
    const path = result.stdout?.split('\n')[0]?.trim()
    if (result.status === 0 && path) return path
  }
  return undefined
}

function download() {
  console.log('No Chromium found; asking Playwright for one …')
  const playwright = join(root, 'e2e', 'node_modules', '.bin', 'playwright')
  const command = existsSync(playwright) ? playwright : bin('playwright')
  const result = spawnSync(command, ['install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout: 300_000,
  })
  return result.status === 0 ? find() : undefined
}

function installPackage() {
  if (process.platform !== 'linux' || !onLinuxWithApt()) return undefined
  console.log('Installing the Debian package of Chromium …')
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']]) {
    const [command, ...rest] = [...asRoot, 'apt-get', '-qq', ...args]
    if (spawnSync(command, rest, { stdio: 'inherit', env }).status !== 0) return undefined
  }
  return onPath()
}

function onLinuxWithApt() {
  return spawnSync('which', ['apt-get']).status === 0
}
