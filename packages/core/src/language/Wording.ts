/**
 * What is said about something that went wrong, twice. `english` is for programs: logs, the state of a run, what a model
 * is told. `said` is for people, in the language that is spoken where it was made. In English both are the same.
 */
export interface Wording {
  readonly english: string
  readonly said: string
}

/** What a wording names in braces: other than in `t`, also wordings. */
export type WordingValues = Readonly<Record<string, string | number | Wording | undefined>>
