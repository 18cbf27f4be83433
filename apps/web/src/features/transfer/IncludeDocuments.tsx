import type { AgentConfig } from '@petal/core/model'
import { wordingOf } from '@petal/core/model'
import { Switch } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { useId, useState } from 'react'
import { useDocuments } from '../../documents/DocumentsContext.tsx'
import { includeTexts } from '../../documents/includeTexts.ts'
import { listDocuments } from '../../documents/replaceDocuments.ts'
import { useRegistry } from '../../editor/EditorContext.tsx'

interface IncludeDocumentsProps {
  readonly config: AgentConfig
  /** Whether they were wanted before this was shown. */
  readonly wereIncluded: boolean
  /** Gives the agent with the texts of its documents; undefined leaves them out. */
  onChange(whole: AgentConfig | undefined): void
}

/** Long documents stay on this device unless the person wants them in the file. */
export function IncludeDocuments({ config, wereIncluded, onChange }: IncludeDocumentsProps) {
  const registry = useRegistry()
  const database = useDocuments()
  const id = useId()
  const [isIncluded, setIncluded] = useState(wereIncluded)
  const [fault, setFault] = useState<string>()
  const named = listDocuments(config, registry).filter(({ text, hash }) => text === undefined && hash !== undefined)
  if (named.length === 0) return null
  const toggle = async (include: boolean) => {
    setIncluded(include)
    setFault(undefined)
    if (!include) return onChange(undefined)
    try {
      const whole = await includeTexts(config, registry, database)
      onChange(whole)
      const missing = listDocuments(whole, registry).filter(({ text }) => text === undefined)
      const names = missing.map(({ name }) => name).join(', ')
      if (missing.length > 0) setFault(t('Not on this device, so not in the file: {names}.', { names }))
    } catch (error) {
      setIncluded(false)
      setFault(wordingOf(error).said)
    }
  }
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium text-ink">
          {t('Include the documents')}
        </label>
        <Switch id={id} checked={isIncluded} onCheckedChange={toggle} />
      </div>
      <p className="text-ink-soft">
        {isIncluded
          ? t('Their texts are part of the file: it runs the same anywhere.')
          : plural(
              named.length,
              'One document is kept on this device; the file only names it. Elsewhere it must be added again.',
              '{count} documents are kept on this device; the file only names them. Elsewhere they must be added again.',
            )}
      </p>
      {fault === undefined ? null : (
        <p role="alert" className="text-danger">
          {fault}
        </p>
      )}
    </div>
  )
}
