// Serves the built app at exactly the port given, for tests and measurements. PETAL_DIST names another folder than
// the usual one.
import { join, resolve } from 'node:path'
import { serve } from './serve.mjs'
import { root } from './setup/root.mjs'

const wanted = Number(process.argv[2] ?? 4173)
const folder = resolve(process.env.PETAL_DIST ?? join(root, 'apps', 'web', 'dist'))
const { port, address } = await serve(folder, wanted)
if (port !== wanted) {
  console.error(`Port ${wanted} is taken.`)
  process.exit(1)
}
console.log(address)
