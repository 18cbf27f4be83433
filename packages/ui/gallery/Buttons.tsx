import { Play, Plus, Redo2, Search, Undo2, Workflow } from 'lucide-react'
import { Badge, Button, IconButton, Kbd, Separator, Spinner } from '../src/index.ts'
import { Row } from './Row.tsx'
import { Section } from './Section.tsx'

/** What is pressed, and the small signs beside it. */
export function Buttons() {
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
