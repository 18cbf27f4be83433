import { t } from '../language/t.ts'
import { defaultPorts, type StepPorts } from './StepDefinition.ts'

/** The exit by which a step leaves whose model asks for tools. */
export const TOOLS_EXIT = 'tools'

/** The exit by which such a step leaves with an answer. */
export const ANSWER_EXIT = 'out'

/** The ports of a step that offers tools to its model: it may leave with calls that another step has to make. */
export const toolPorts: StepPorts = {
  inputs: defaultPorts.inputs,
  outputs: [
    ...defaultPorts.outputs,
    {
      id: TOOLS_EXIT,
      get label() {
        return t('Tool calls')
      },
    },
  ],
}
