import type { RunControllerParts } from './RunControllerParts.ts'

/** Deletes what was kept to go on with a run; what a conversation remembers outlives a single run of it. */
export async function forgetThread(
  { runner, threads }: Pick<RunControllerParts, 'runner' | 'threads'>,
  threadId: string,
): Promise<void> {
  if (!threads.has(threadId)) await runner.forgetThreads([threadId]).catch(() => undefined)
}
