import type { AgentConfig } from '@petal/core/model'
import { plural } from '@petal/ui/language'
import { useEffect, useState } from 'react'
import { useDocuments } from '../../documents/DocumentsContext.tsx'
import { listDocuments } from '../../documents/replaceDocuments.ts'
import { useRegistry } from '../../editor/EditorContext.tsx'

/** Names the documents that a file only names and this device does not have. Looks into this browser's storage only. */
export function MissingDocuments({ config }: { readonly config: AgentConfig }) {
  const registry = useRegistry()
  const database = useDocuments()
  const [missing, setMissing] = useState<readonly string[]>([])
  useEffect(() => {
    let isLatest = true
    const named = listDocuments(config, registry).filter(({ text }) => text === undefined)
    const look = async () => {
      const found = await database.find(named.map(({ hash = '' }) => hash)).catch(() => new Set<string>())
      if (isLatest) setMissing(named.filter(({ hash = '' }) => !found.has(hash)).map(({ name }) => name))
    }
    if (named.length > 0) look()
    return () => {
      isLatest = false
    }
  }, [config, registry, database])
  if (missing.length === 0) return null
  return (
    <div role="alert" className="rounded-md bg-warn-soft px-3 py-2 text-ink">
      <p>
        {plural(
          missing.length,
          'One document is not part of the file and not on this device. Add the same files again in the step before you run it:',
          '{count} documents are not part of the file and not on this device. Add the same files again in the step before you run it:',
        )}
      </p>
      <ul className="list-inside list-disc">
        {missing.map((name) => (
          <li key={name} dir="auto" className="break-words">
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}
