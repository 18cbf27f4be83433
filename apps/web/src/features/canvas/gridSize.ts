/** The distance between the dots of the canvas, which cards can be made to stand at. */
export const gridSize = 20
