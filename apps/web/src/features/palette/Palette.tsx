import { ScrollArea, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useActions, useReadOnly, useRegistry } from '../../editor/EditorContext.tsx'
import { listStepTypes } from '../../editor/listStepTypes.ts'
import { PaletteGroup } from './PaletteGroup.tsx'
import { PluginProblems } from './PluginProblems.tsx'

/** The step types, by kind: to be dragged onto the canvas, or added beside the selection by a click. */
export function Palette() {
  const registry = useRegistry()
  const actions = useActions()
  const isEditable = useReadOnly() === undefined
  const [query, setQuery] = useState('')
  const groups = listStepTypes(registry, query)
  const [first] = groups.flatMap((group) => group.types)
  return (
    <section data-region="palette" className="flex h-full flex-col bg-surface" aria-label={t('Steps')}>
      <h2 className="flex h-11 shrink-0 items-center px-4 font-semibold">{t('Steps')}</h2>
      <div className="px-3 pb-2">
        <TextField
          aria-label={t('Search steps')}
          placeholder={t('Search')}
          prefix={<Search aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first && isEditable) actions.addStepBeside(first.name)
            if (event.key === 'Escape') setQuery('')
          }}
        />
      </div>
      <ScrollArea className="scroll-cue min-h-0 flex-1">
        <div className="px-2 pb-2">
          {groups.map((group) => (
            <PaletteGroup key={group.category} group={group} searching={query !== ''} />
          ))}
          {groups.length === 0 ? (
            <p className="px-3 py-8 text-center text-ink-faint">{t('No step matches “{query}”.', { query })}</p>
          ) : null}
          <PluginProblems />
        </div>
      </ScrollArea>
      <p className="border-line border-t px-4 py-2 text-ink-faint text-sm">
        {isEditable
          ? t('Drag a step onto the canvas, or click to add it.')
          : t('This agent can be viewed, not changed.')}
      </p>
    </section>
  )
}
