import { AgentError, type Problem } from '@petal/core/model'
import { useEffect } from 'react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import type { ImportSource } from './planImport.ts'

const name = 'Shared link'

/** Shows an agent that a link has brought, once there is one to compare it with. */
export function useSharedAgent(
  onSource: (source: ImportSource) => void,
  onRefused: (source: ImportSource, problem: Problem) => void,
): void {
  const { offerShared } = useActions()
  const packed = useEditor(({ session }) => (session.agentId === undefined ? undefined : session.shared))
  useEffect(() => {
    if (packed === undefined) return
    offerShared(undefined)
    import('../../share/packText.ts')
      .then(({ unpackText }) => unpackText(packed))
      .then(
        (content) => onSource({ name, content }),
        (fault) => {
          if (!AgentError.isInstance(fault)) throw fault
          onRefused({ name, content: '' }, fault.toProblem())
        },
      )
  }, [packed, offerShared, onSource, onRefused])
}
