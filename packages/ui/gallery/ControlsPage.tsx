import { Copy, Ellipsis, Play, Plus, Redo2, Search, Trash2, Undo2, Workflow } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import {
  Badge,
  Button,
  Card,
  Combobox,
  ContextMenu,
  Dialog,
  EmptyState,
  IconButton,
  Kbd,
  Menu,
  Popover,
  Select,
  Separator,
  Slider,
  Spinner,
  Switch,
  Tabs,
  TextArea,
  TextField,
  toast,
} from '../src/index.ts'

const colours = [
  'canvas',
  'sunken',
  'surface',
  'raised',
  'hover',
  'pressed',
  'line',
  'line-strong',
  'accent-soft',
  'accent-solid',
  'danger-soft',
  'warn-soft',
  'ok-soft',
  'info-soft',
]
const inks = ['ink', 'ink-soft', 'ink-faint', 'ink-disabled', 'accent', 'danger', 'warn', 'ok', 'info']
const categories = ['model', 'logic', 'data', 'code', 'tool', 'human', 'output', 'other']

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

/** Every component, in its states. */
export function ControlsPage() {
  return (
    <main className="flex flex-col gap-6">
      <Colours />
      <Buttons />
      <Inputs />
      <Layers />
      <Places />
    </main>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-ink-soft text-sm">{title}</h2>
      <Card className="flex flex-col gap-4 p-4">{children}</Card>
    </section>
  )
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>
}

function Colours() {
  return (
    <Section title="Colour">
      <div className="grid grid-cols-7 gap-2">
        {colours.map((name) => (
          <div key={name} className="flex flex-col gap-1 text-ink-faint text-xs">
            <div className="h-8 rounded-md border border-line" style={{ background: `var(--color-${name})` }} />
            {name}
          </div>
        ))}
      </div>
      <Row>
        {inks.map((name) => (
          <span key={name} className="font-medium" style={{ color: `var(--color-${name})` }}>
            {name}
          </span>
        ))}
      </Row>
      <Row>
        {categories.map((name) => (
          <span
            key={name}
            className="flex h-7 items-center gap-1.5 rounded-md px-2 font-medium [&_svg]:size-4"
            style={{ color: `var(--color-${name})`, background: `var(--color-${name}-soft)` }}
          >
            <Workflow /> {name}
          </span>
        ))}
      </Row>
      <div className="flex items-baseline gap-4">
        <span className="font-semibold text-2xl">Title 22</span>
        <span className="font-semibold text-xl">Heading 18</span>
        <span className="font-semibold text-lg">Head 15</span>
        <span>Text 13</span>
        <span className="text-sm">Small 12</span>
        <span className="text-xs">Tiny 11</span>
        <code className="font-mono text-sm">code.mono(12)</code>
      </div>
    </Section>
  )
}

function Buttons() {
  return (
    <Section title="Buttons">
      <Row>
        <Button variant="primary" icon={<Play />}>
          Run
        </Button>
        <Button icon={<Plus />}>Add step</Button>
        <Button variant="ghost">Cancel</Button>
        <Button variant="danger">Delete</Button>
        <Button variant="primary" busy>
          Saving
        </Button>
        <Button disabled>Disabled</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
      </Row>
      <Row>
        <Button size="sm" variant="primary">
          Small
        </Button>
        <Button size="sm">Small</Button>
        <Button size="lg" variant="primary">
          Large
        </Button>
        <Button size="lg">Large</Button>
        <Separator orientation="vertical" className="mx-1" />
        <IconButton label="Undo" shortcut="Mod+Z">
          <Undo2 />
        </IconButton>
        <IconButton label="Redo" disabled>
          <Redo2 />
        </IconButton>
        <IconButton label="Search" variant="secondary">
          <Search />
        </IconButton>
        <IconButton label="Pressed" aria-pressed>
          <Workflow />
        </IconButton>
        <Separator orientation="vertical" className="mx-1" />
        <Kbd keys="Mod+Shift+Z" />
        <Spinner label="Working" />
        <Badge>12</Badge>
        <Badge tone="accent">new</Badge>
        <Badge tone="danger">3</Badge>
        <Badge tone="warn">warning</Badge>
        <Badge tone="ok">done</Badge>
        <Badge tone="info">info</Badge>
      </Row>
    </Section>
  )
}

function Inputs() {
  const [on, setOn] = useState(true)
  const [number, setNumber] = useState(0.7)
  const [choice, setChoice] = useState('b')
  const [text, setText] = useState('')
  const options = [
    { value: 'a', label: 'Replace', description: 'The new value takes the place of the old.' },
    { value: 'b', label: 'Append', description: 'New items go to the end of the list.' },
    { value: 'c', label: 'Merge', disabled: true },
  ]
  return (
    <Section title="Inputs">
      <div className="grid grid-cols-2 gap-3">
        <TextField aria-label="Name" placeholder="Name of the agent" defaultValue="Support triage" />
        <TextField aria-label="Search" prefix={<Search />} suffix={<Kbd keys="/" />} placeholder="Search steps" />
        <TextField aria-label="Wrong" aria-invalid defaultValue="Not right" />
        <TextField aria-label="Off" disabled defaultValue="Disabled" />
        <Select aria-label="Reducer" value={choice} onValueChange={setChoice} options={options} />
        <Combobox
          aria-label="Field"
          mono
          value={text}
          onValueChange={setText}
          placeholder="state field"
          options={[
            { value: 'question', hint: 'string' },
            { value: 'messages', hint: 'messages' },
          ]}
        />
        <TextArea aria-label="Notes" placeholder="Several lines" />
        <div className="flex flex-col gap-2">
          <Slider aria-label="Temperature" value={number} min={0} max={2} step={0.1} onValueChange={setNumber} />
          <Row>
            <Switch aria-label="Streaming" checked={on} onCheckedChange={setOn} />
            <Switch aria-label="Streaming off" checked={!on} onCheckedChange={(next) => setOn(!next)} />
            <Switch aria-label="Disabled" checked disabled onCheckedChange={setOn} />
          </Row>
        </div>
      </div>
    </Section>
  )
}

function Layers() {
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

function Places() {
  const [tab, setTab] = useState('step')
  const empty = (
    <EmptyState icon={<Workflow />} title="No step selected" action={<Button icon={<Plus />}>Add a step</Button>}>
      Choose a step on the canvas to edit its prompt and settings here.
    </EmptyState>
  )
  return (
    <section className="h-72 overflow-hidden rounded-lg border border-line bg-surface shadow-sm">
      <Tabs
        label="Panel"
        value={tab}
        onValueChange={setTab}
        tabs={[
          { id: 'step', label: 'Step', content: empty },
          { id: 'state', label: 'State', content: <p className="p-4">Fields of the state</p> },
          {
            id: 'problems',
            label: 'Problems',
            badge: <Badge tone="danger">3</Badge>,
            content: <p className="p-4">Three problems</p>,
          },
        ]}
      />
    </section>
  )
}
