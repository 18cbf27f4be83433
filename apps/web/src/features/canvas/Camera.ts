/** Where the canvas is looked at from: what is drawn at (0, 0) stands at (x, y), in pixels of the screen. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The place of the canvas on the screen, in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}
