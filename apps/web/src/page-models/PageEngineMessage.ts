import type { PageAnswer, PageModelState, PageQuestion, Problem } from '@petal/core/model'

/** What is asked of an engine on another thread. */
export type PageEngineCall =
  | { readonly method: 'check'; readonly model: string }
  | { readonly method: 'download'; readonly model: string }
  | { readonly method: 'remove'; readonly model: string }
  | { readonly method: 'chat'; readonly question: PageQuestion }

/** To the worker that has the engine: first the language of the page, in which it tells what goes wrong. */
export type ToPageEngineWorker = ToPageEngine | { readonly type: 'language'; readonly language: string }

/** To the thread that has the engine. `ticket` names the call on both sides. */
export type ToPageEngine =
  | { readonly type: 'call'; readonly ticket: number; readonly call: PageEngineCall }
  | { readonly type: 'stop'; readonly ticket: number }

/** What a call gave. */
export interface PageEngineResult {
  readonly state?: PageModelState
  readonly answer?: PageAnswer
}

/** From the thread that has the engine. `result` and `fault` are the last message about a ticket. */
export type FromPageEngine =
  | { readonly type: 'delta'; readonly ticket: number; readonly text: string }
  | { readonly type: 'progress'; readonly ticket: number; readonly fraction: number }
  | { readonly type: 'result'; readonly ticket: number; readonly result: PageEngineResult }
  | { readonly type: 'fault'; readonly ticket: number; readonly problem: Problem; readonly retryable: boolean }
