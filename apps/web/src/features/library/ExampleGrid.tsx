import { type AgentConfig, parseAgentConfig } from '@petal/core/model'
import { EmptyState, Spinner } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useActions, useRegistry } from '../../editor/EditorContext.tsx'
import { AgentOutlineView } from '../../look/AgentOutlineView.tsx'
import { type ExampleFile, loadExamples } from '../../storage/examples.ts'
import { outlineAgent } from '../../storage/outlineAgent.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { reportFault, reportProblem } from './reportProblem.ts'

/** The worked examples. Opening one makes a copy to change. */
export function ExampleGrid({ search }: { readonly search: string }) {
  const [examples, setExamples] = useState<readonly AgentConfig[]>()
  useEffect(() => {
    reportFault(loadExamples().then((files) => setExamples(files.flatMap(readExample))))
  }, [])
  if (examples === undefined) return <Spinner label={t('Loading the examples')} className="m-8" />
  const found = examples.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(search))
  if (found.length === 0) return <EmptyState icon={<Search />} title={t('No example is called that')} />
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-4">
      {found.map((example) => (
        <li key={example.name}>
          <ExampleTile example={example} />
        </li>
      ))}
    </ul>
  )
}

/** Its name and what it is for are said in the language of the page; what it asks of models is as it was tried. */
function readExample({ text }: ExampleFile): readonly AgentConfig[] {
  const parsed = parseAgentConfig(text)
  if (!parsed.ok) return []
  const { name, description } = parsed.config
  return [
    { ...parsed.config, ...(name ? { name: t(name) } : {}), ...(description ? { description: t(description) } : {}) },
  ]
}

function ExampleTile({ example }: { readonly example: AgentConfig }) {
  const workspace = useWorkspace()
  const registry = useRegistry()
  const { setDialog } = useActions()
  const open = async () => {
    const problem = await workspace.createAgent(example)
    if (problem === undefined) setDialog(undefined)
    else reportProblem(problem)
  }
  return (
    <button
      type="button"
      onClick={open}
      className="focus-ring flex h-full w-full flex-col overflow-hidden rounded-xl border border-line bg-surface text-left shadow-sm hover:border-line-strong hover:shadow-md"
    >
      <AgentOutlineView outline={outlineAgent(example, registry)} className="h-32 w-full bg-canvas p-3" />
      <span className="flex flex-col gap-0.5 border-line border-t p-3">
        <span className="font-medium text-ink">{example.name}</span>
        <span className="text-ink-soft">{example.description}</span>
      </span>
    </button>
  )
}
