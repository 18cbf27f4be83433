import { t } from '@petal/ui/language'
import { useEffect, useState } from 'react'

/** Whether the browser has promised to keep what this page stores. It is asked for at the first edit. */
export function StorageInfo() {
  const [kept, setKept] = useState<boolean>()
  useEffect(() => {
    navigator.storage?.persisted?.().then(setKept, () => undefined)
  }, [])
  if (kept === undefined) return null
  return (
    <p className="text-ink-faint text-xs">
      {kept
        ? t('The browser keeps your agents until you delete them.')
        : t('The browser may clear this page’s data when space runs out: export what matters.')}
    </p>
  )
}
