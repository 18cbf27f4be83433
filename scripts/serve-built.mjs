// Serves the built app at exactly the port given, for tests and measurements.
import { join } from 'node:path'
import { serve } from './serve.mjs'
import { root } from './setup/root.mjs'

const wanted = Number(process.argv[2] ?? 4173)
const { port, address } = await serve(join(root, 'apps', 'web', 'dist'), wanted)
if (port !== wanted) {
  console.error(`Port ${wanted} is taken.`)
  process.exit(1)
}
console.log(address)
