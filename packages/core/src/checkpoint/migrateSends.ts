import {
  type ChannelVersions,
  type Checkpoint,
  type CheckpointPendingWrite,
  maxChannelVersion,
  TASKS,
} from '@langchain/langgraph-checkpoint'

/** Checkpoints before format 4 kept what a fork sent in the writes of their parent; newer ones keep it in a channel. */
export function migrateSends(
  checkpoint: Checkpoint,
  parentWrites: readonly CheckpointPendingWrite[],
  firstVersion: ChannelVersions[string],
): Checkpoint {
  const { channel_versions, channel_values } = checkpoint
  const versions = Object.values(channel_versions)
  const sends = parentWrites.filter(([, channel]) => channel === TASKS).map(([, , value]) => value)
  return {
    ...checkpoint,
    channel_values: { ...channel_values, [TASKS]: sends },
    channel_versions: {
      ...channel_versions,
      [TASKS]: versions.length === 0 ? firstVersion : maxChannelVersion(...versions),
    },
  }
}
