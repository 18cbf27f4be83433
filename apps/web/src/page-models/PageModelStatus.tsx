import { Button, IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleCheck, CircleX, Download, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatSize } from '../look/formatSize.ts'
import { usePageModel } from './usePageModel.ts'

interface PageModelStatusProps {
  readonly model: string
  /** As people read it. */
  readonly label: string
  /** About how much its download is, in bytes; undefined when nobody tells. */
  readonly download?: number | undefined
}

/** Whether one model of this page can be asked: with what its download takes, or why it is not to be had. */
export function PageModelStatus({ model, label, download: bytes }: PageModelStatusProps) {
  const { look, download, cancel, remove, tryAgain } = usePageModel(model)
  const size = bytes === undefined ? t('size not known') : formatSize(bytes)
  switch (look.kind) {
    case 'checking':
      return <p className="text-ink-faint text-sm">{t('Looking whether it is on this device …')}</p>
    case 'ready':
      return (
        <div className="flex items-start gap-2">
          <Line icon={<CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />}>
            {t('On this device: nothing you ask it leaves the browser.')}
          </Line>
          {look.removable ? (
            <IconButton label={t('Remove {label} from this device', { label })} size="sm" onClick={remove}>
              <Trash2 />
            </IconButton>
          ) : null}
        </div>
      )
    case 'unavailable':
      return <Line icon={<CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />}>{look.reason}</Line>
    case 'download':
      return (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-ink-soft text-sm">{t('Not on this device yet.')}</p>
          <Button
            size="sm"
            icon={<Download />}
            aria-label={t('Download {label} ({size})', { label, size })}
            onClick={download}
          >
            {t('Download ({size})', { size })}
          </Button>
        </div>
      )
    case 'downloading':
      return <DownloadProgress label={label} fraction={look.fraction} onCancel={cancel} />
    case 'failed':
      return (
        <div role="alert" className="flex flex-wrap items-center gap-2">
          <p dir="auto" className="min-w-0 break-words text-danger text-sm">
            {t(look.message)}
          </p>
          <Button size="sm" onClick={tryAgain}>
            {t('Look again')}
          </Button>
        </div>
      )
    default:
      return look satisfies never
  }
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <p className="flex min-w-0 flex-1 items-start gap-1.5 text-ink-soft text-sm">
      {icon}
      <span>{children}</span>
    </p>
  )
}

interface DownloadProgressProps {
  readonly label: string
  readonly fraction: number
  onCancel(): void
}

function DownloadProgress({ label, fraction, onCancel }: DownloadProgressProps) {
  const percent = Math.round(fraction * 100)
  return (
    <div className="flex items-center gap-2">
      <div
        role="progressbar"
        aria-label={t('Download of {label}', { label })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 min-w-24 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <div className="h-full bg-accent-solid" style={{ width: `${percent}%` }} />
      </div>
      <span className="text-ink-soft text-sm tabular-nums">{percent} %</span>
      <Button size="sm" aria-label={t('Cancel the download of {label}', { label })} onClick={onCancel}>
        {t('Cancel')}
      </Button>
    </div>
  )
}
