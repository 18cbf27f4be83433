/** Below this zoom nothing on a card can be read, so cards are drawn as light shapes. */
export const readableZoom = 0.35
