// A small static server for the built app, on this computer only.
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const triesForAPort = 20

/** Serves `folder` at the wanted port or the next free one. `headers.json` in it (path → headers) is obeyed. */
export async function serve(folder, wantedPort) {
  const headers = await readHeaders(folder)
  const server = createServer((request, response) => answer(folder, headers, request, response))
  const port = await listen(server, wantedPort)
  return { server, port, address: `http://localhost:${port}/` }
}

async function readHeaders(folder) {
  try {
    return JSON.parse(await readFile(join(folder, 'headers.json'), 'utf8'))
  } catch {
    return {}
  }
}

async function answer(folder, headers, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
  const path = toPath(request.url)
  if (path === undefined) return end(response, 400)
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path))
  if (!file.startsWith(normalize(folder) + sep)) return end(response, 403)
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return end(response, 404)
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    // Hashed names never change; the page itself is asked for anew.
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  })
  if (request.method === 'HEAD') return response.end()
  return createReadStream(file).pipe(response)
}

function toPath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

function end(response, status) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${status}\n`)
}

function listen(server, wantedPort) {
  return new Promise((resolve, reject) => {
    let port = wantedPort
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port >= wantedPort + triesForAPort) return reject(error)
      port += 1
      return server.listen(port, '127.0.0.1')
    })
    server.on('listening', () => resolve(server.address().port))
    server.listen(port, '127.0.0.1')
  })
}
