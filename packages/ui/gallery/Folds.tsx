import { Badge, Button, Disclosure, ScrollArea, Tooltip } from '../src/index.ts'
import { Row } from './Row.tsx'
import { Section } from './Section.tsx'

/** What hides until it is wanted: under a row, below an edge, beside a button. */
export function Folds() {
  return (
    <Section title="Folds">
      <Disclosure title="Errors and limits" dot="accent" dotLabel="a time limit is set" trailing={<Badge>2</Badge>}>
        <p className="py-1 text-ink-soft">What is folded away is not mounted.</p>
      </Disclosure>
      <ScrollArea
        tabIndex={0}
        role="region"
        aria-label="A list that scrolls"
        className="h-20 rounded-md border border-line p-2"
      >
        {Array.from({ length: 12 }, (_, index) => `Line ${index + 1}`).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </ScrollArea>
      <Row>
        <Tooltip content="Runs the agent on the canvas" shortcut="Mod+Enter">
          <Button>Hover or focus me</Button>
        </Tooltip>
      </Row>
    </Section>
  )
}
