import { Search } from 'lucide-react'
import { useState } from 'react'
import { Combobox, Kbd, Select, Slider, Switch, TextArea, TextField } from '../src/index.ts'
import { Row } from './Row.tsx'
import { Section } from './Section.tsx'

/** What is filled in. */
export function Inputs() {
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
