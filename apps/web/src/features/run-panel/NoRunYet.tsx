import { EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { ReactNode } from 'react'

/** What a tab says before the first run: what it will show. */
export function NoRunYet({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <EmptyState icon={icon} title={t('Nothing has run yet')} className="h-full justify-center py-4">
      {children}
    </EmptyState>
  )
}
