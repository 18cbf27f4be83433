import type { FixedOutput, RunOrigin, RunQuestion, State } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { EditorState } from '../editor/EditorState.ts'
import { fixedName } from '../editor/fixedName.ts'
import { fixOutput, lastOutput } from '../editor/fixOutput.ts'
import {
  selectFileAgent,
  selectFixedOutput,
  selectFocus,
  selectRun,
  selectSelectedStepId,
  selectSelection,
  selectShownRun,
  selectStepRun,
} from '../editor/selectors.ts'
import { planGoingOn } from '../runner/planGoingOn.ts'
import type { Command } from './Command.ts'
import { hasSelectedSteps, isWaiting } from './enabled.ts'

/** What is done with runs beside starting and stopping them. */
export const lateRunCommands: readonly Command[] = [
  {
    id: 'answer',
    title: msg('Answer the question that waits'),
    group: 'Run',
    keys: ['F8'],
    inFields: true,
    isEnabled: (view) => isWaiting(view) && firstQuestion(view.state) !== undefined,
    run: ({ editor }) => {
      const question = firstQuestion(editor.store.getState())
      if (question !== undefined) editor.actions.focusQuestion(question.id)
    },
  },
  {
    id: 'goOn',
    title: msg('Go on with the stopped run'),
    group: 'Run',
    keys: ['F8'],
    inFields: true,
    isEnabled: ({ state, isRunning }) => !isRunning && goingOn(state) !== undefined,
    run: ({ editor, run }) => {
      const on = goingOn(editor.store.getState())
      if (on !== undefined) run.startFrom(on.input, on.origin)
    },
  },
  {
    id: 'runTo',
    title: msg('Run to here'),
    group: 'Run',
    keys: ['Shift+F9'],
    isEnabled: ({ state, isRunning }) => !isRunning && hasSelectedSteps({ state }),
    run: ({ editor, run }) => run.runTo(selectSelection(editor.store.getState()).stepIds),
  },
  {
    id: 'compareRuns',
    title: msg('Compare runs'),
    group: 'Run',
    run: ({ editor }) => editor.actions.setDialog('compare'),
  },
  {
    id: 'tests',
    title: msg('Tests of this agent'),
    group: 'Run',
    run: ({ editor }) => editor.actions.setDialog('tests'),
  },
  {
    id: 'saveTest',
    title: msg('Save this run as a test'),
    group: 'Run',
    isEnabled: ({ state }) => selectRun(state)?.status === 'ended',
    run: ({ editor }) => editor.actions.setDialog('saveTest'),
  },
  {
    id: 'fixOutput',
    title: msg('Use its last output in the next runs'),
    group: 'Run',
    isEnabled: ({ state }) => fixedOfSelected(state) !== undefined || lastOutputOf(state) !== undefined,
    isOn: ({ state }) => fixedOfSelected(state) !== undefined,
    run: ({ editor }) => {
      const state = editor.store.getState()
      const stepId = selectSelectedStepId(state)
      if (stepId === undefined) return
      const output = fixedOfSelected(state) === undefined ? lastOutputOf(state) : undefined
      fixOutput(editor, fixedName(selectFocus(state), stepId), output)
    },
  },
  {
    id: 'unfixOutputs',
    title: msg('Remove all fixed outputs'),
    group: 'Run',
    isEnabled: ({ state }) => Object.keys(state.session.fixedOutputs).length > 0,
    run: ({ editor }) => editor.actions.setFixedOutputs({}),
  },
  {
    id: 'runAgainFrom',
    title: msg('Run again from here'),
    group: 'Run',
    isEnabled: ({ state, isRunning }) => {
      const stepId = selectSelectedStepId(state)
      return !isRunning && stepId !== undefined && selectStepRun(state, stepId)?.executionId !== undefined
    },
    run: ({ editor, run }) => {
      const stepId = selectSelectedStepId(editor.store.getState())
      if (stepId !== undefined) run.fork(stepId)
    },
  },
]

function fixedOfSelected(state: EditorState): FixedOutput | undefined {
  const stepId = selectSelectedStepId(state)
  return stepId === undefined ? undefined : selectFixedOutput(state, stepId)
}

function lastOutputOf(state: EditorState): FixedOutput | undefined {
  const stepId = selectSelectedStepId(state)
  const agentId = selectFocus(state)
  const last = selectShownRun(state)?.executions.findLast(
    (one) => one.stepId === stepId && one.path.length === 0 && one.agentId === agentId,
  )
  return last && lastOutput(last)
}

/** Where the run on screen goes on that was stopped, if it can. */
function goingOn(state: EditorState): { readonly input: State; readonly origin: RunOrigin } | undefined {
  const run = selectRun(state)
  if (run === undefined) return undefined
  const result = planGoingOn(run, selectFileAgent(state))?.result
  return result?.ok ? { input: run.input, origin: result.origin } : undefined
}

function firstQuestion(state: EditorState): RunQuestion | undefined {
  return selectRun(state)?.questions[0]
}
