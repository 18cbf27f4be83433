/** How far below everything else the frame of an open group is drawn. */
export const frameLevel = -4000
