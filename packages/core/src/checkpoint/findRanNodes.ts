import { type Checkpoint, compareChannelVersions } from '@langchain/langgraph-checkpoint'

/** The nodes that ran since a thread was last given an input, by the versions each of them has seen. */
export function findRanNodes({ versions_seen }: Pick<Checkpoint, 'versions_seen'>): readonly string[] {
  const input = versions_seen.__start__?.__start__ ?? 0
  const ran = Object.entries(versions_seen).filter(([, seen]) => {
    return Object.values(seen).some((version) => compareChannelVersions(version, input) > 0)
  })
  return ran.map(([nodeId]) => nodeId)
}
