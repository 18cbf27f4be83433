/** Where fingers point: every button below is as high as a finger needs it. */
export const buttonsForFingers = 'pointer-coarse:[&_button]:min-h-11'
