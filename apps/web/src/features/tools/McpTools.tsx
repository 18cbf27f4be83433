import type { Json, ToolEntry, ToolSpec } from '@petal/core/model'
import { Button } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { CircleX, List } from 'lucide-react'
import { useId, useState } from 'react'
import { countLabel } from '../../editor/countLabel.ts'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import type { ToolListResult } from '../../runner/Runner.ts'
import { addTools, hostOfTool } from './toolEdits.ts'

interface McpToolsProps {
  readonly tool: ToolEntry
  readonly disabled: boolean
}

/** Asks the server which tools it offers, on a click only; those that are chosen join the agent's. */
export function McpTools({ tool, disabled }: McpToolsProps) {
  const controller = useRunController()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<ToolListResult>()
  const host = hostOfTool(tool)
  const list = async () => {
    if (host === undefined) return
    setBusy(true)
    setResult(undefined)
    const text = (key: string, otherwise: string) => {
      const value = tool[key]
      return typeof value === 'string' ? value : otherwise
    }
    const server = {
      url: text('url', ''),
      keyRef: text('keyRef', ''),
      keyHeader: text('keyHeader', 'Authorization'),
      keyPrefix: text('keyPrefix', 'Bearer '),
    }
    setResult(await controller.trials.listTools(server, host))
    setBusy(false)
  }
  return (
    <div className="flex flex-col gap-2">
      <Button
        size="sm"
        icon={<List />}
        busy={busy}
        disabled={disabled || host === undefined}
        className="self-start"
        onClick={list}
      >
        {busy ? t('Asking {host}…', { host }) : t('List tools')}
      </Button>
      {result === undefined ? null : result.ok ? (
        <OfferedTools server={tool} offered={result.tools} disabled={disabled} onDone={() => setResult(undefined)} />
      ) : (
        <div role="alert" className="flex items-start gap-2 text-ink">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          <p dir="auto" className="wrap-anywhere min-w-0">
            {t(result.problem.message)}
          </p>
        </div>
      )}
    </div>
  )
}

interface OfferedToolsProps {
  readonly server: ToolEntry
  readonly offered: readonly ToolSpec[]
  readonly disabled: boolean
  onDone(): void
}

function OfferedTools({ server, offered, disabled, onDone }: OfferedToolsProps) {
  const actions = useActions()
  const id = useId()
  const tools = useEditor((state) => selectAgent(state).tools) ?? []
  const known = tools.flatMap(({ url, tool, name }) => (url === server.url ? [tool === undefined ? name : tool] : []))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const add = () => {
    const added = offered.filter(({ name }) => chosen.includes(name)).map((spec) => toEntry(server, spec))
    actions.edit(
      countLabel(added.length, 'Add {count} tool', 'Add {count} tools'),
      (agent) => addTools(agent, added),
      'record',
    )
    onDone()
  }
  return (
    <fieldset
      aria-label={t('Tools of the server')}
      className="flex min-w-0 flex-col gap-1.5 rounded-md border border-line p-2"
    >
      <p role="status" className="text-ink-soft text-sm">
        {plural(
          offered.length,
          'The server offers one tool. Choose which to add.',
          'The server offers {count} tools. Choose which to add.',
        )}
      </p>
      {offered.map(({ name, description }) => (
        <div key={name} className="flex items-start gap-2">
          <input
            id={`${id}-${name}`}
            type="checkbox"
            checked={chosen.includes(name)}
            disabled={disabled || known.includes(name)}
            onChange={(event) =>
              setChosen(event.target.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
            }
            className="focus-ring mt-1 size-3.5 shrink-0 accent-accent-solid"
          />
          <div className="min-w-0">
            <label htmlFor={`${id}-${name}`} className="wrap-anywhere font-mono text-ink text-sm">
              {name}
            </label>
            <p dir="auto" className="line-clamp-2 text-ink-faint text-sm">
              {known.includes(name) ? t('Added already.') : description}
            </p>
          </div>
        </div>
      ))}
      <Button
        variant="primary"
        size="sm"
        className="self-start"
        disabled={disabled || chosen.length === 0}
        onClick={add}
      >
        {plural(chosen.length, 'Add one tool', 'Add {count} tools')}
      </Button>
    </fieldset>
  )
}

/** A tool of the server, reached in the same way. */
function toEntry(server: ToolEntry, { name, description, parameters }: ToolSpec): ToolEntry {
  const { name: _name, description: _words, parameters: _schema, tool: _tool, approval: _approval, ...reach } = server
  return { ...reach, name, tool: name, description, parameters: { ...parameters } as Json }
}
