import { Plus, Workflow } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, EmptyState, Tabs } from '../src/index.ts'

/** A panel with tabs, and one with nothing in it. */
export function Places() {
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
