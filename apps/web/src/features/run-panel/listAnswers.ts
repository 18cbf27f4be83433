import type { Json, RunState, StepExecution } from '@petal/core/model'
import { readConversation } from '../../runner/agentInputs.ts'

/** What one execution said: its text, token by token, and the fields it wrote beside the conversation. */
export interface Answer {
  readonly execution: StepExecution
  readonly text: string
  readonly values: Readonly<Record<string, Json>>
  /** The execution that gives back what this one said: the words are shown there, and only there. */
  readonly givenBackBy?: StepExecution
}

/**
 * What a run has said so far, in order. Executions that did their work without a word, a value and a call of a tool are
 * left out; a value that only repeats the text is not shown twice, nor is what the last step gives back of an earlier
 * one. Sub-agents speak through the step that called them.
 */
export function listAnswers(run: RunState, messagesField: string | undefined): readonly Answer[] {
  const answers = run.executions
    .filter(({ path }) => path.length === 0)
    .map((execution) => toAnswer(execution, messagesField))
    .filter(({ execution, text, values }) => {
      const spoke = text !== '' || Object.keys(values).length > 0 || execution.tools.length > 0
      return spoke || execution.fixed === true || isUnfinished(execution)
    })
  return withoutRepetition(answers)
}

function isUnfinished({ status }: StepExecution): boolean {
  return status === 'running' || status === 'failed' || status === 'stopped'
}

function toAnswer(execution: StepExecution, messagesField: string | undefined): Answer {
  const text = execution.fixed ? fixedWords(execution, messagesField) : execution.text
  const values = Object.entries(execution.update ?? {}).filter(
    ([name, value]) => name !== messagesField && value !== text,
  )
  return { execution, text, values: Object.fromEntries(values) }
}

/** What a fixed output adds to the conversation: nobody has said it token by token. */
function fixedWords({ update = {} }: StepExecution, messagesField: string | undefined): string {
  const messages = messagesField === undefined ? [] : readConversation(update[messagesField])
  const said = messages.filter(({ role, content }) => role === 'assistant' && content !== '')
  return said.map(({ content }) => content).join('\n\n')
}

/** A last step that says nothing of its own gives something back: who said it first only points there. */
function withoutRepetition(answers: readonly Answer[]): readonly Answer[] {
  const last = answers.at(-1)
  if (last === undefined || last.text !== '') return answers
  const givenBack = Object.values(last.values).filter((value) => typeof value === 'string' && value !== '')
  if (givenBack.length === 0) return answers
  return answers.map((answer) => (answer === last ? answer : withoutWords(answer, givenBack, last.execution)))
}

/** So long a text does not stand in another one by chance, in characters. */
const WHOLE_SENTENCE = 24

function withoutWords(answer: Answer, givenBack: readonly Json[], by: StepExecution): Answer {
  const isGivenBack = (said: Json) =>
    givenBack.some((words) => words === said || (isSentence(said) && String(words).includes(said)))
  const text = isGivenBack(answer.text) ? '' : answer.text
  const values = Object.entries(answer.values).filter(([, value]) => !isGivenBack(value))
  const isSame = text === answer.text && values.length === Object.keys(answer.values).length
  return isSame ? answer : { ...answer, text, values: Object.fromEntries(values), givenBackBy: by }
}

function isSentence(said: Json): said is string {
  return typeof said === 'string' && said.length >= WHOLE_SENTENCE
}
