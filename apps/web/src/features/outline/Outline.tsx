import { t } from '@petal/ui/language'
import { OutlineGrid } from './OutlineGrid.tsx'
import { OutlineHeader } from './OutlineHeader.tsx'

/** The agent in hand as rows: all that is done on the canvas, without pointing at it. */
export function Outline() {
  return (
    <section data-region="outline" aria-label={t('Outline')} className="@container flex h-full flex-col bg-surface">
      <OutlineHeader />
      <OutlineGrid />
    </section>
  )
}
