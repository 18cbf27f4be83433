/** How far the canvas can be zoomed out, and in. */
export const minZoom = 0.02
export const maxZoom = 2
