import { type Json, type JsonObject, jsonSchemaToFields, type ToolEntry } from '@petal/core/model'
import { Button, Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'
import { SchemaForm } from '@petal/ui/schema-form'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { parsePath, setAtPath } from '../../editor/setAtPath.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import type { ToolTrial } from '../../runner/toolTrial.ts'

/** One call of the tool with arguments typed here, on a click. Nothing of it is kept. */
export function TryTool({ tool }: { readonly tool: ToolEntry }) {
  const controller = useRunController()
  const [args, setArgs] = useState<JsonObject>({})
  const [busy, setBusy] = useState(false)
  const [trial, setTrial] = useState<ToolTrial>()
  const parameters = typeof tool.parameters === 'object' && tool.parameters !== null ? tool.parameters : {}
  // What is no object has no fields.
  const fields = jsonSchemaToFields(parameters as JsonObject)
  const run = async () => {
    setBusy(true)
    setTrial(undefined)
    setTrial(await controller.trials.tryTool(String(tool.name), args))
    setBusy(false)
  }
  return (
    <Disclosure title={t('Try it')}>
      <div className="flex flex-col gap-3 pt-1">
        <SchemaForm
          fields={fields}
          values={args}
          prefix=""
          onCommit={(path, value) =>
            // Set within an object, it stays one.
            setArgs((before) => setAtPath(before, parsePath(path), value) as JsonObject)
          }
        />
        <Button size="sm" icon={<Play />} busy={busy} className="self-start" onClick={run}>
          {t('Make the call')}
        </Button>
        {trial === undefined ? null : <TrialResult trial={trial} />}
      </div>
    </Disclosure>
  )
}

function TrialResult({ trial: { result, problem } }: { readonly trial: ToolTrial }) {
  if (problem !== undefined) {
    return (
      <p role="alert" dir="auto" className="wrap-anywhere text-danger">
        {t(problem.message)}
      </p>
    )
  }
  return (
    <pre
      role="status"
      aria-label={t('Result')}
      dir="auto"
      className="wrap-anywhere max-h-48 overflow-auto whitespace-pre-wrap rounded-md bg-sunken p-2 font-mono text-ink text-sm"
    >
      {toText(result ?? null)}
    </pre>
  )
}

function toText(result: Json): string {
  return typeof result === 'string' ? result : JSON.stringify(result, undefined, 2)
}
