import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'
import { AgentTests, type AgentTestsState } from '../../agent-tests/AgentTests.ts'
import { useEditor } from '../../editor/EditorContext.tsx'
import { useRunController } from '../../runner/RunContext.tsx'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** The tests of the open agent. What runs is stopped when they are no longer looked at. */
export function useAgentTests(): AgentTestsState & { readonly agentTests: AgentTests } {
  const { library } = useWorkspace()
  const { trials } = useRunController()
  const agentId = useEditor((state) => state.session.agentId ?? '')
  const agentTests = useMemo(() => new AgentTests({ library, trials, agentId }), [library, trials, agentId])
  useEffect(() => {
    void agentTests.load()
    return () => agentTests.stop()
  }, [agentTests])
  return { ...useStore(agentTests.state), agentTests }
}
