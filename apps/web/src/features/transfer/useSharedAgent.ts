import type { Problem } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { useEffect } from 'react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { toProblem } from '../../problems/toProblem.ts'
import { readPacked } from '../../share/sharedFragment.ts'
import type { ImportSource } from './planImport.ts'

const name = msg('Shared link')

/** Shows an agent that a link has brought, once there is one to compare it with. */
export function useSharedAgent(
  onSource: (source: ImportSource) => Promise<void>,
  onRefused: (source: ImportSource, problem: Problem) => void,
): void {
  const { offerShared } = useActions()
  const packed = useEditor(({ session }) => (session.agentId === undefined ? undefined : session.shared))
  useEffect(() => {
    if (packed === undefined) return
    offerShared(undefined)
    show(packed, onSource).catch((fault) =>
      onRefused({ name, content: '' }, toProblem(fault, msg('The link could not be read'), 'share.damaged')),
    )
  }, [packed, offerShared, onSource, onRefused])
}

async function show(shared: string, onSource: (source: ImportSource) => Promise<void>): Promise<void> {
  const { unpackText } = await import('../../share/packText.ts')
  await onSource({ name, content: await unpackText(readPacked(shared)) })
}
