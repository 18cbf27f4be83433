/** A text that a person wrote somewhere in a file, and where it stands. */
export interface TextPlace {
  /** The agent of the file it belongs to; undefined for the file's own. */
  readonly agentId?: string
  readonly stepId?: string
  /** Within the step or the agent, written like `Problem.path`. */
  readonly path: string
  readonly text: string
  /** `exit`: the name of a way out of the step, which wires go by. */
  readonly language: 'text' | 'template' | 'expression' | 'code' | 'exit'
  /** It can be found, but is no text of a person's: the type of a step, its id. */
  readonly isFixed?: true
}
