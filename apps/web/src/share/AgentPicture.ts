import type { Editor } from '../editor/createEditor.ts'

/** An agent as a picture, without the agent in it. */
export interface AgentPicture {
  /** An SVG document. */
  readonly svg: string
  toPng(): Promise<Blob>
}

/** Draws the agent in hand, in the colours of the theme that is shown. */
export type DrawPicture = (editor: Editor) => Promise<AgentPicture>
