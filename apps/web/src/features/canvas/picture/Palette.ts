/** The colours of the canvas in one theme, by the names of the design tokens: `surface`, `model-soft`, … */
export type Palette = (token: string) => string
