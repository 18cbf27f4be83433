import type { PlanResult, Problem, StepConfig, StepRegistry } from '@petal/core/model'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useStore } from 'zustand/react'
import type { Editor } from './createEditor.ts'
import { type Judgement, problemPlace } from './createPlanner.ts'
import type { StepFacts } from './createStepFacts.ts'
import type { EditorState } from './EditorState.ts'
import type { EditorActions } from './editorActions.ts'
import { selectAdded, selectFocus, selectStep, selectStepRun } from './selectors.ts'
import { softenProblems } from './softenProblems.ts'

const EditorContext = createContext<Editor | undefined>(undefined)
const noProblems: readonly Problem[] = []

/** Gives the parts below it one editor to work on. */
export function EditorProvider({ editor, children }: { readonly editor: Editor; readonly children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>
}

/** The editor itself, for handlers. Throws outside of an `EditorProvider`. */
export function useEditorInstance(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('There is no editor here: wrap this part in an EditorProvider.')
  return editor
}

/** A piece of the editor's state; renders again only when that piece changes. */
export function useEditor<Selected>(selector: (state: EditorState) => Selected): Selected {
  return useStore(useEditorInstance().store, selector)
}

export function useActions(): EditorActions {
  return useEditorInstance().actions
}

/** Why nothing may be changed, or undefined. */
export function useReadOnly(): string | undefined {
  return useEditor((state) => state.session.readOnly)
}

/** The registry. Renders again when step types were added. */
export function useRegistry(): StepRegistry {
  useEditor((state) => state.session.registryRevision)
  return useEditorInstance().registry
}

export function useStep(stepId: string): StepConfig | undefined {
  return useEditor((state) => selectStep(state, stepId))
}

/** What the editor shows of a step: title, icon, ports, summary. */
export function useStepFacts(stepId: string): StepFacts | undefined {
  const { facts } = useEditorInstance()
  useEditor((state) => state.session.registryRevision)
  const step = useStep(stepId)
  return step && facts.of(step)
}

/** What the current run reports about a step. */
export function useStepRun(stepId: string): ReturnType<typeof selectStepRun> {
  return useEditor((state) => selectStepRun(state, stepId))
}

/** A piece of the newest judgement: plan and problems, a moment behind the document. */
export function useJudgement<Selected>(selector: (judgement: Judgement) => Selected): Selected {
  return useStore(useEditorInstance().planner.judgement, selector)
}

/** The newest plan with all its problems. */
export function usePlan(): PlanResult {
  return useJudgement((judgement) => judgement.result)
}

/** Everything that is wrong with the file; renders again only when that is something else. */
export function useProblems(): readonly Problem[] {
  return useJudgement((judgement) => judgement.problems)
}

/**
 * The problems of one step of the agent in hand, as they are shown at the step; of that agent as a whole for ''. What a
 * new step still wants is told calmly.
 */
export function useStepProblems(stepId: string): readonly Problem[] {
  const focus = useEditor(selectFocus)
  const problems = useJudgement((judgement) => judgement.byStep.get(problemPlace(focus, stepId)) ?? noProblems)
  const added = useEditor((state) => selectAdded(state, stepId))
  const now = useEditor((state) => added && selectStep(state, stepId))
  return useMemo(() => (added && now ? softenProblems(problems, added, now) : problems), [problems, added, now])
}
