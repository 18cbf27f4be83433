import { type AgentConfig, serializeAgentConfig } from '@petal/core/model'
import { Button, Disclosure } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { Copy, Download, Link, Save } from 'lucide-react'
import { useProblems } from '../../editor/EditorContext.tsx'
import { useFiles, useFilesState } from '../../files/FilesContext.tsx'
import { hasFileAccess } from '../../files/hasFileAccess.ts'
import { DifferenceList } from '../../look/difference/DifferenceList.tsx'
import { ShowOnCanvas } from '../../look/difference/ShowOnCanvas.tsx'
import { agentFileName, downloadText } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { useWorkspaceState } from '../../storage/WorkspaceContext.tsx'
import { ExportFault } from './ExportFault.tsx'
import { IncludeDocuments } from './IncludeDocuments.tsx'
import { useExportWay } from './useExportWay.ts'
import { useLastExport } from './useLastExport.ts'

interface ExportFileProps {
  /** The agent as it is edited. */
  readonly agent: AgentConfig
  /** The same, or with the texts of its documents. */
  readonly config: AgentConfig
  onWhole(whole: AgentConfig | undefined): void
}

/** The agent's own file: downloaded, copied, put into a link, or written to a file of the person's choice. */
export function ExportFile({ agent, config, onWhole }: ExportFileProps) {
  const problems = useProblems()
  const { differences, last, remember } = useLastExport(config)
  // What a newer version has written leaves as it came.
  const viewedText = useWorkspaceState((state) => state.viewedText)
  const text = viewedText ?? serializeAgentConfig(config)
  const isOurs = viewedText === undefined
  const errors = isOurs ? problems.filter(({ severity }) => severity === 'error').length : 0
  return (
    <>
      {errors === 0 ? null : (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-ink">
          {plural(
            errors,
            'One problem keeps this agent from running. It is exported as it is.',
            '{count} problems keep this agent from running. It is exported as it is.',
          )}
        </p>
      )}
      {isOurs ? null : (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-ink">
          {t('A newer version has made this agent. It is exported exactly as it came, to the byte.')}
        </p>
      )}
      {differences === undefined || !isOurs ? null : (
        <Disclosure
          title={
            differences.length === 0
              ? t('Nothing changed since the last export')
              : plural(
                  differences.length,
                  '{count} change since the last export',
                  '{count} changes since the last export',
                )
          }
        >
          <div className="flex flex-col items-start gap-3">
            {last === undefined || differences.length === 0 ? null : (
              <ShowOnCanvas title={t('Changes since the last export')} before={last} after={config} />
            )}
            <DifferenceList differences={differences} />
          </div>
        </Disclosure>
      )}
      <IncludeDocuments config={agent} wereIncluded={config !== agent} onChange={onWhole} />
      <p className="flex items-baseline gap-2">
        <span className="truncate font-mono text-ink text-sm">{agentFileName(config.name ?? UNNAMED)}</span>
        <span className="text-ink-faint text-sm">{formatSize(text)}</span>
      </p>
      <Disclosure title={t('The text')}>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it scrolls only while it has the focus
          tabIndex={0}
          className="focus-ring max-h-64 overflow-auto rounded-md bg-sunken p-3 font-mono text-ink text-sm"
        >
          {text}
        </pre>
      </Disclosure>
      <Ways config={config} text={text} onExported={() => remember(text)} />
    </>
  )
}

interface WaysProps {
  readonly config: AgentConfig
  readonly text: string
  onExported(): void
}

function Ways({ config, text, onExported }: WaysProps) {
  const way = useExportWay()
  const fileName = agentFileName(config.name ?? UNNAMED)
  const files = useFiles()
  const known = useFilesState((state) => state.file?.name)
  const perform = async (action: Parameters<typeof way.perform>[0]) => {
    if (await way.perform(action)) onExported()
  }
  const save = () =>
    perform(async () => ((await (await files.open()).save(text)) ? t('Saved to {known}', { known }) : undefined))
  const saveAs = () =>
    perform(async () => {
      const name = await (await files.open()).saveAs(text, fileName)
      return name === undefined ? undefined : t('Saved to {name}', { name })
    })
  const copyLink = () =>
    perform(async () => {
      const link = import('../../share/createShareLink.ts').then(({ createShareLink }) =>
        createShareLink(text, window.location.href),
      )
      // Handed over as a promise: some browsers let a page write to the clipboard only right after the click.
      const blob = link.then((href) => new Blob([href], { type: 'text/plain' }))
      await Promise.all([link, navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])])
      return t('Link copied')
    })
  const copy = () => perform(async () => navigator.clipboard.writeText(text).then(() => t('Copied')))
  const download = () =>
    perform(() => {
      downloadText(fileName, text)
      return t('Downloaded {fileName}', { fileName })
    })
  return (
    <>
      <ExportFault fault={way.fault} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button icon={<Link />} title={t('The link carries the whole agent; nothing is uploaded')} onClick={copyLink}>
          {t('Copy link')}
        </Button>
        <Button icon={<Copy />} onClick={copy}>
          {t('Copy')}
        </Button>
        {known === undefined ? null : (
          <Button icon={<Save />} onClick={save}>
            {t('Save to {known}', { known })}
          </Button>
        )}
        {hasFileAccess() ? (
          <Button icon={<Save />} onClick={saveAs}>
            {known === undefined ? t('Save to a file…') : t('Save to another file…')}
          </Button>
        ) : null}
        <Button variant="primary" autoFocus icon={<Download />} onClick={download}>
          {t('Download')}
        </Button>
      </div>
    </>
  )
}

function formatSize(text: string): string {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1024 ? t('{bytes} bytes', { bytes }) : `${(bytes / 1024).toFixed(1)} kB`
}
