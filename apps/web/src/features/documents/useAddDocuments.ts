import type { DocumentReference, Problem } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDocuments } from '../../documents/DocumentsContext.tsx'
import { keepDocument } from '../../documents/keepDocument.ts'
import { toProblem } from '../../problems/toProblem.ts'

/** A file that is being read, or that could not be. */
export interface FileState {
  readonly id: number
  readonly name: string
  readonly done: number
  /** Pages in all; 0 while that is not known. */
  readonly total: number
  readonly problem?: Problem
}

/** Reads files one after the other, on demand only, and hands each on as a document of the agent. */
export function useAddDocuments(
  documents: readonly DocumentReference[],
  onChange: (list: readonly DocumentReference[]) => void,
) {
  const database = useDocuments()
  const latest = useRef({ documents, onChange })
  latest.current = { documents, onChange }
  const { files, stopping, begin, update, dismiss } = useFileStates()

  const keep = useCallback(
    (name: string, text: string) => {
      const others = latest.current.documents.filter((other) => other.name !== name)
      return keepDocument({ name, text }, others, database)
    },
    [database],
  )

  // The list may have changed while the text was being kept.
  const add = useCallback((document: DocumentReference) => {
    latest.current.onChange(withDocument(latest.current.documents, document))
  }, [])

  const addText = useCallback(async (name: string, text: string) => add(await keep(name, text)), [add, keep])

  const readFile = useCallback(
    async (id: number, file: File) => {
      const signal = stopping.get(id)?.signal
      if (signal === undefined || signal.aborted) return
      try {
        const { readFileText } = await import('../../documents/readFileText.ts')
        const text = await readFileText(file, { signal, onProgress: (done, total) => update(id, { done, total }) })
        const document = await keep(file.name, text)
        // In one go: what was a file and is a document now is never seen twice.
        flushSync(() => {
          update(id, undefined)
          add(document)
        })
      } catch (fault) {
        if (!signal.aborted)
          update(id, { problem: toProblem(fault, msg('The file could not be read'), 'import.damaged') })
      } finally {
        stopping.delete(id)
      }
    },
    [add, keep, stopping, update],
  )

  const addFiles = useCallback(
    async (chosen: readonly File[]) => {
      for (const { file, id } of begin(chosen)) await readFile(id, file)
    },
    [begin, readFile],
  )
  return { files, addFiles, addText, dismiss }
}

/** The files on their way, and what stops each. */
function useFileStates() {
  const [files, setFiles] = useState<readonly FileState[]>([])
  const lastId = useRef(0)
  const [stopping] = useState(() => new Map<number, AbortController>())

  useEffect(() => () => stopAll(stopping), [stopping])

  const begin = useCallback(
    (chosen: readonly File[]) => {
      const added = chosen.map((file) => ({ file, id: ++lastId.current }))
      for (const { id } of added) stopping.set(id, new AbortController())
      const states = added.map(({ file, id }) => ({ id, name: file.name, done: 0, total: 0 }))
      setFiles((list) => [...list.filter(({ problem }) => problem === undefined), ...states])
      return added
    },
    [stopping],
  )

  const update = useCallback((id: number, patch: Partial<FileState> | undefined) => {
    setFiles((list) =>
      list.flatMap((file) => (file.id !== id ? [file] : patch === undefined ? [] : [{ ...file, ...patch }])),
    )
  }, [])

  const dismiss = useCallback(
    (id: number) => {
      stopping.get(id)?.abort()
      update(id, undefined)
    },
    [stopping, update],
  )
  return { files, stopping, begin, update, dismiss }
}

function stopAll(stopping: ReadonlyMap<number, AbortController>): void {
  for (const controller of stopping.values()) controller.abort()
}

/** A document of a name that is there already takes its place: the file was changed, or was missing. */
function withDocument(list: readonly DocumentReference[], document: DocumentReference): readonly DocumentReference[] {
  const at = list.findIndex(({ name }) => name === document.name)
  return at < 0 ? [...list, document] : list.with(at, document)
}
