/** How a wire and its name keep clear of cards and of each other. Relative to the wire, so that it holds while it moves. */
export interface WireLayout {
  /** How much lower than usual a wire runs that leads back; of one that leads on, how far below where it begins. */
  readonly drop: number
  /** Where its name stands. Without it there is no room for one. */
  readonly label: LabelPlace | undefined
}

/** A place on a wire. */
export interface LabelPlace {
  /** 0 is where the wire begins, 1 where it ends. */
  readonly at: number
  /** How far to the right of the wire's own place, in canvas units; the wire still runs through the name. */
  readonly shift: number
}
