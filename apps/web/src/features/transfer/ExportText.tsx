import { Button, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Copy, Download } from 'lucide-react'
import { downloadText } from '../../storage/downloadText.ts'
import { ExportFault } from './ExportFault.tsx'
import { useExportWay } from './useExportWay.ts'

interface ExportTextProps {
  readonly text: string
  readonly fileName: string
  /** The media type of the file. */
  readonly type: string
  /** What it is good for. */
  readonly words: string
}

/** A text made of the agent: shown, copied, downloaded. */
export function ExportText({ text, fileName, type, words }: ExportTextProps) {
  const { fault, perform } = useExportWay()
  const copy = () => perform(async () => navigator.clipboard.writeText(text).then(() => t('Copied')))
  const download = () =>
    perform(() => {
      downloadText(fileName, text, type)
      return t('Downloaded {fileName}', { fileName })
    })
  return (
    <>
      <p className="text-ink-soft">{words}</p>
      <TextArea mono readOnly spellCheck={false} aria-label={fileName} className="min-h-48 flex-1" value={text} />
      <ExportFault fault={fault} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button icon={<Copy />} onClick={copy}>
          {t('Copy')}
        </Button>
        <Button variant="primary" icon={<Download />} onClick={download}>
          {t('Download')}
        </Button>
      </div>
    </>
  )
}
