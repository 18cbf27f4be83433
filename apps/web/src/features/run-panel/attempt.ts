import { wordingOf } from '@petal/core/model'
import { toast } from '@petal/ui'

/** Does what a person asked for; what goes wrong is told in a toast. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    toast.error(wordingOf(fault).said)
  }
}
