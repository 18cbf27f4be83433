type Write = readonly [channel: string, value: unknown]

/** What a person sets in a thread, ready to be written: values for channels, and the nodes that run next. */
export class StateEdit {
  readonly writes: readonly Write[]
  readonly next: readonly string[]

  constructor(writes: readonly Write[], next: readonly string[]) {
    this.writes = writes
    this.next = next
  }
}
