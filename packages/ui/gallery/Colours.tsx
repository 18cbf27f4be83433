import { Workflow } from 'lucide-react'
import { Row } from './Row.tsx'
import { Section } from './Section.tsx'

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

/** Colours by their names, and the sizes of text. */
export function Colours() {
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
