import { Button, IconButton } from '@petal/ui'
import { FileInput, FileOutput } from 'lucide-react'
import { useActions } from '../../editor/EditorContext.tsx'

/** The two doors in the top bar. */
export function TransferMenu() {
  const { setDialog } = useActions()
  return (
    <>
      <IconButton label="Import an agent" onClick={() => setDialog('import')}>
        <FileInput />
      </IconButton>
      <Button variant="ghost" aria-label="Export" icon={<FileOutput />} onClick={() => setDialog('export')}>
        <span className="max-sm:hidden">Export</span>
      </Button>
    </>
  )
}
