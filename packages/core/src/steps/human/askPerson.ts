import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { exit, type StepResult, type Update } from '../../step/StepResult.ts'
import { targetOf } from './answerTarget.ts'
import type { HumanConfig } from './humanSchema.ts'
import { readAnswer } from './readAnswer.ts'
import { toQuestion } from './toQuestion.ts'

/** Asks until there is an answer that can be taken, and writes it where the settings say. */
export async function askPerson(state: State, context: StepContext<HumanConfig>): Promise<StepResult> {
  const question = toQuestion(state, context)
  let answer = context.ask({ ...question })
  // A refused answer leaves the question open, with the reason beside it. The step runs anew for each of them.
  for (let tries = 1; ; tries += 1) {
    const reading = await readAnswer(question, answer)
    if (reading.ok) {
      const update = toUpdate(context.config, reading.value)
      return reading.exit === undefined ? update : exit(reading.exit, update)
    }
    answer = context.ask({ ...question, fault: reading.message, given: answer }, `again ${tries}`)
  }
}

function toUpdate(config: HumanConfig, value: Json): Update {
  const target = targetOf(config)
  if (target !== undefined) return { [target]: value }
  return config.mode === 'form' && isJsonObject(value) ? value : {}
}
