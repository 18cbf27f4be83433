import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A tool that the workspace installed. */
export const bin = (name) => join(root, 'node_modules', '.bin', name)
