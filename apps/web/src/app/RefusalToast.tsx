import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { useEditor } from '../editor/EditorContext.tsx'

/** Says for a while why something that was asked for cannot be done. */
export function RefusalToast() {
  const refusal = useEditor((state) => state.session.refusal)
  useEffect(() => {
    if (refusal !== undefined) toast.error(t('That cannot be done'), { id: 'refusal', description: refusal.text })
  }, [refusal])
  return null
}
