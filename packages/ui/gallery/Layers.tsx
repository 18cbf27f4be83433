import { Copy, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, ContextMenu, Dialog, Menu, Popover, toast } from '../src/index.ts'
import { Row } from './Row.tsx'
import { Section } from './Section.tsx'

const menuEntries = [
  { id: 'label', kind: 'label', label: 'Step' },
  { id: 'copy', label: 'Duplicate', icon: <Copy />, shortcut: 'Mod+D', onSelect: () => toast('Duplicated') },
  { id: 'grid', label: 'Snap to grid', checked: true, onSelect: () => toast('Toggled') },
  { id: 'off', label: 'Not possible here', disabled: true, onSelect: () => undefined },
  {
    id: 'more',
    kind: 'submenu',
    label: 'Export as',
    entries: [{ id: 'json', label: 'JSON', onSelect: () => undefined }],
  },
  { id: 'line', kind: 'separator' },
  {
    id: 'delete',
    label: 'Delete',
    icon: <Trash2 />,
    shortcut: 'Delete',
    danger: true,
    onSelect: () => toast.error('Deleted'),
  },
] as const

/** What lies over the rest. */
export function Layers() {
  const [open, setOpen] = useState(false)
  return (
    <Section title="Layers">
      <Row>
        <Menu trigger={<Button icon={<Ellipsis />}>Menu</Button>} entries={menuEntries} />
        <Popover trigger={<Button>Popover</Button>}>A small panel beside its button.</Popover>
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <Button
          onClick={() =>
            toast.success('Agent saved', {
              description: 'Support triage',
              action: { label: 'Undo', onClick: () => undefined },
            })
          }
        >
          Toast
        </Button>
        <ContextMenu entries={menuEntries}>
          <div className="flex h-7 items-center rounded-md border border-line-strong border-dashed px-3 text-ink-faint">
            Right-click me
          </div>
        </ContextMenu>
      </Row>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Delete this agent?"
        description="It goes to the bin, where it can be found for 30 days."
        size="sm"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="danger" onClick={() => setOpen(false)}>
              Delete
            </Button>
          </>
        }
      />
    </Section>
  )
}
