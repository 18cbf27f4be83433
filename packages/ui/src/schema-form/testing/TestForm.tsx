import type { Json, JsonObject } from '@petal/core/model'
import { useSyncExternalStore } from 'react'
import type { SchemaFormProps } from '../FormContext.ts'
import { SchemaForm } from '../SchemaForm.tsx'

/** A document for tests: it keeps what the form commits, as the app does, and can be changed from elsewhere. */
export interface TestDocument {
  readonly commits: readonly (readonly [path: string, value: Json | undefined])[]
  read(): JsonObject
  change(next: JsonObject): void
  commit(path: string, value: Json | undefined): void
  subscribe(listener: () => void): () => void
}

export function createTestDocument(start: JsonObject = {}): TestDocument {
  const commits: [path: string, value: Json | undefined][] = []
  const listeners = new Set<() => void>()
  let current = start
  const change = (next: JsonObject) => {
    current = next
    for (const listener of listeners) listener()
  }
  return {
    commits,
    read: () => current,
    change,
    commit: (path, value) => {
      commits.push([path, value])
      change(withPath(current, path, value))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface TestFormProps extends Partial<SchemaFormProps> {
  readonly document: TestDocument
}

/** A form over a document for tests, with a button after it to move the focus to. */
export function TestForm({ document, ...props }: TestFormProps) {
  const values = useSyncExternalStore(document.subscribe, document.read)
  return (
    <>
      <SchemaForm fields={[]} values={values} onCommit={document.commit} {...props} />
      <button type="button">After</button>
    </>
  )
}

function withPath(root: JsonObject, path: string, value: Json | undefined): JsonObject {
  const copy = structuredClone(root)
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const last = keys.pop() ?? ''
  const parent: unknown = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy)
  if (value === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, value)
  return copy
}
