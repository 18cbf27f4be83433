import { Button, IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FileInput, FileOutput } from 'lucide-react'
import { useActions } from '../../editor/EditorContext.tsx'

/** The two doors in the top bar; on a phone they are in the library and in the list of commands. */
export function TransferMenu() {
  const { setDialog } = useActions()
  return (
    <>
      <IconButton label={t('Import an agent')} className="max-sm:hidden" onClick={() => setDialog('import')}>
        <FileInput />
      </IconButton>
      <Button variant="ghost" className="max-sm:hidden" icon={<FileOutput />} onClick={() => setDialog('export')}>
        <span className="max-lg:sr-only">{t('Export')}</span>
      </Button>
    </>
  )
}
