import type { Library } from './Library.ts'
import { type RescuedWork, rescueWork, takeRescuedWork } from './rescue.ts'

/** Brings work that a closing page left behind into the library: over its own revision, else as a copy. */
export async function recoverWork(library: Library, storage: Storage): Promise<void> {
  for (const work of takeRescuedWork(storage)) {
    try {
      await recover(library, work)
    } catch (fault) {
      rescueWork(storage, work)
      throw fault
    }
  }
}

async function recover(library: Library, work: RescuedWork): Promise<void> {
  const stored = await library.read(work.id)
  // The last save did complete after all.
  if (stored?.text === work.text) return
  const saved = await library.save(work)
  if (!saved.ok) await library.create({ ...work, name: `${work.name} (recovered)` })
}
