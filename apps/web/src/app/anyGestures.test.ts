import {
  type AgentConfig,
  type Json,
  parseAgentConfig,
  planAgent,
  removeField,
  serializeAgentConfig,
  setField,
} from '@petal/core/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgentDocument, toAgentConfig, toAgentDocument } from '../editor/AgentDocument.ts'
import { alignments } from '../editor/arrangeBoxes.ts'
import { cardSize } from '../editor/cardSize.ts'
import { createTestEditor, type TestEditor } from '../editor/createTestEditor.ts'
import { listHits } from '../editor/find/listHits.ts'
import { replaceHits } from '../editor/find/replaceHits.ts'
import { type Group, listGroups } from '../editor/groups.ts'
import { listNotes } from '../editor/notes.ts'
import { edgesOfAgent, selectFile, selectFocus } from '../editor/selectors.ts'
import { tidyLayout } from '../editor/tidyLayout.ts'
import { setAgentValue } from '../features/inspector/setAgentValue.ts'
import { renameFieldInFile } from '../features/state-panel/renameFieldInFile.ts'
import { addTools, duplicateTool, removeTool, renameTool, setToolValue } from '../features/tools/toolEdits.ts'

/** A gesture: what one does, with which of what is there; `text` is what one types. */
type Gesture = (editor: TestEditor, a: number, b: number, text: string) => unknown

/** Above this many steps nothing multiplies them any further: the test is about kinds, not about size. */
const most = 40

const gestures: Readonly<Record<string, Gesture>> = {
  click: (e, a) => e.click(typeAt(e, a)),
  drop: (e, a, b) => e.drop(typeAt(e, a), [b % 900, a % 700]),
  dropOnWire: (e, a, b) => e.actions.addStep(typeAt(e, a), { at: [b % 900, 0], ...at('onEdge', e.edges, b) }),
  acceptSuggestion: (e) => e.actions.acceptSuggestion(),
  connect: (e, a, b) => e.connect(pick(['START', ...e.ids], a), pick([...e.ids, 'END'], b), exitOf(e, a, b)),
  disconnect: (e, a) => e.actions.disconnect([pick(e.wires, a)]),
  rewire: (e, a, b) => {
    const edge = e.edges[a % Math.max(1, e.edges.length)]
    if (edge) e.actions.rewire(pick(e.wires, a), { ...edge, to: pick([...e.ids, 'END'], b) })
  },
  limitLoop: (e, a, b) => e.actions.setLoopLimit(pick(e.wires, a), { maxTurns: 1 + (b % 9) }),
  rename: (e, a, _b, text) => e.actions.setStepValue(pick(e.ids, a), 'nodeName', text),
  editText: (e, a, b, text) => e.actions.setStepValue(pick(e.ids, a), pick(textPaths, b), text, `typing:${b % 3}`),
  editSettings: (e, a, b, text) =>
    e.actions.setStepValue(pick(e.ids, a), pick(Object.keys(values), b), valueAt(b, text)),
  retype: (e, a, b) => e.actions.setStepValue(pick(e.ids, a), 'strategyType', typeAt(e, b)),
  move: (e, a, b) => e.actions.moveSteps({ [pick(e.ids, a)]: [b % 900, (a % 700) + 0.5] }),
  nudge: (e, a, b) => e.actions.nudge((a % 17) - 8, (b % 17) - 8, `nudge:${b % 3}`),
  select: (e, a, b) => e.select(pick(e.ids, a), pick(e.ids, b)),
  selectAll: (e) => e.actions.selectAll(),
  selectWire: (e, a) => e.actions.select({ edgeIds: [pick(e.wires, a)] }),
  selectNote: (e, a) => e.actions.select({ noteIds: [noteAt(e, a)] }),
  selectAlong: (e, a) => e.actions.selectAlong(a % 2 === 0 ? 'before' : 'after'),
  deleteJoining: (e) => e.actions.removeSelection(true),
  deleteAlone: (e) => e.actions.removeSelection(false),
  paste: (e, a, b) => e.ids.length < most && e.actions.paste(e.actions.copy() ?? '', [a % 900, b % 700]),
  duplicate: (e) => e.ids.length < most && e.actions.duplicate(),
  tidy: (e) => e.actions.moveSteps(tidied(e), 'Tidy'),
  addNote: (e, a, b) => e.arrange.addNote([a % 900, b % 700], { near: a % 2 === 0 }),
  writeNote: (e, a, b, text) => e.arrange.writeNote(noteAt(e, a), text, `note:${b % 3}`),
  paintNote: (e, a) => e.arrange.paintNote(noteAt(e, a), 'pink'),
  resizeNote: (e, a, b) => e.arrange.resizeNote(noteAt(e, a), [100 + (b % 300), 50 + (a % 300)]),
  group: (e) => e.arrange.group(),
  ungroup: (e) => e.arrange.ungroup(),
  collapse: (e, a) => e.arrange.toggleCollapsed(groupsAt(e, a)),
  renameGroup: (e, a, _b, text) => groupsAt(e, a).map(({ id }) => e.arrange.renameGroup(id, text)),
  paintGroup: (e, a) => groupsAt(e, a).map(({ id }) => e.arrange.paintGroup(id, 'green')),
  selectGroup: (e, a, b) => groupsAt(e, a).map((group) => e.arrange.selectGroup(group, b % 2 === 0)),
  align: (e, a) => e.arrange.align(alignments[a % alignments.length] ?? 'left'),
  distribute: (e, a) => e.arrange.distribute(a % 2 === 0 ? 'horizontally' : 'vertically'),
  disable: (e) => e.arrange.toggleDisabled(),
  pin: (e) => e.arrange.togglePinned(),
  replace: (e, a, _b, text) => {
    const { facts, store } = e.editor
    const hits = listHits(selectFile(store.getState()).agent, facts, queries[a % queries.length] ?? queries[0])
    if (hits.length > 0)
      e.actions.commitFile('Replace', (file) => replaceHits(file, facts, hits.slice(0, 5), text), 'record')
  },
  makeSubAgent: (e) => e.late.makeSubAgent(),
  dissolve: (e, a) => e.ids.length < most && e.late.dissolve(pick(e.ids, a)),
  createAgent: (e) => agentsOf(e).length < 8 && e.late.createAgent(),
  createAgentFor: (e, a) => agentsOf(e).length < 8 && e.late.createAgentFor(pick(e.ids, a), 'config.agent'),
  duplicateAgent: (e, a) => agentsOf(e).length < 8 && e.late.duplicateAgent(agentAt(e, a)),
  renameAgent: (e, a, _b, text) => e.late.renameAgent(agentAt(e, a), text),
  removeAgent: (e, a) => e.late.removeAgent(agentAt(e, a)),
  callAgent: (e, a, b) => e.actions.setStepValue(pick(e.ids, a), 'config.agent', agentAt(e, b)),
  openAgent: (e, a) => e.actions.openAgentOf(pick(e.ids, a)),
  showAgent: (e, a) => e.actions.showAgent(a % 3 === 0 ? undefined : agentAt(e, a)),
  closeAgent: (e) => e.actions.closeAgent(),
  setField: (e, a) => edit(e, (agent) => setField(agent, `field_${a % 5}`, { type: fieldTypes[a % 4] ?? 'any' })),
  removeField: (e, a) => edit(e, (agent) => removeField(agent, fieldAt(e, a))),
  renameField: (e, a, b) => {
    const [from, to] = [fieldAt(e, a), `renamed_${b % 1000}`]
    const focus = selectFocus(e.editor.store.getState())
    if (from in e.agent.stateType.fields && !(to in e.agent.stateType.fields))
      e.actions.editFile('Rename', (file) => renameFieldInFile(file, focus, e.editor, { from, to }), 'record')
  },
  addTool: (e, _a, _b, text) => edit(e, (agent) => addTools(agent, [{ name: text, kind: 'code' }])),
  setTool: (e, a, _b, text) => edit(e, (agent) => setToolValue(agent, a % 3, 'description', text)),
  renameTool: (e, a, b) => edit(e, (agent) => renameTool(agent, a % 3, `tool_${b % 1000}`, e.editor.registry)),
  duplicateTool: (e, a) => edit(e, (agent) => duplicateTool(agent, a % 3)),
  removeTool: (e, a) => edit(e, (agent) => removeTool(agent, a % 3)),
  nameAgent: (e, _a, _b, text) => edit(e, (agent) => setAgentValue(agent, 'name', text)),
  describeAgent: (e, _a, _b, text) => edit(e, (agent) => setAgentValue(agent, 'description', text)),
  rememberLess: (e, a) =>
    edit(e, (agent) => setAgentValue(agent, 'memory', a % 2 === 0 ? { memoryType: 'buffer' } : null)),
  undo: (e) => e.undo(),
  redo: (e) => e.redo(),
}

const textPaths = ['config.promptTemplate', 'config.systemPrompt', 'config.text', 'config.code']
const queries = [
  { text: 'field', matchCase: false, wholeWord: false },
  { text: 'a', matchCase: true, wholeWord: false },
] as const
const fieldTypes = ['string', 'number', 'array', 'object'] as const
const values = {
  'config.writes': 'answer',
  'config.routes': [{ name: 'yes' }, { name: 'no' }],
  'config.branches': [{ name: 'long', when: 'length(question) > 2' }],
  'config.tools': ['tool_1'],
  'config.values': [{ field: 'field_1', value: '{field_2}' }],
  'config.llmConfig.temperature': 0.5,
  timeout: 5,
  'retry.maxRetries': 2,
  'onError.action': 'continue',
} satisfies Readonly<Record<string, Json>>

const steps = fc.array(
  fc.tuple(
    fc.constantFrom(...Object.keys(gestures)),
    fc.nat({ max: 5000 }),
    fc.nat({ max: 5000 }),
    fc.string({ unit: 'grapheme' }),
  ),
  // Within what the history keeps, so that undoing everything leads to the beginning.
  { minLength: 1, maxLength: 190, size: 'max' },
)

test('whatever is done: undo leads to the beginning, redo to the end, and every state on the way is its own file, and can be judged', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const editor = createTestEditor()
      const present = () => selectFile(editor.editor.store.getState())
      const start = present()
      const read = new WeakSet<AgentDocument>()
      const check = () => {
        if (!read.has(present())) {
          expectOwnFile(present())
          planAgent(toAgentConfig(present()), editor.editor.registry)
        }
        read.add(present())
      }
      for (const [name, a, b, text] of sequence) {
        gestures[name]?.(editor, a, b, text)
        check()
      }
      const end = present()
      const seen = times(editor.undoable.length, () => {
        editor.undo()
        check()
        return present()
      })
      expect(present()).toBe(start)
      const again = times(seen.length, () => {
        editor.redo()
        return present()
      })
      expect(present()).toBe(end)
      expect([start, ...again]).toEqual([end, ...seen].reverse())
    }),
    { numRuns: 15 },
  )
})

/** What is written is read as the same, without a complaint about its shape, and written as the same bytes again. */
function expectOwnFile(document: AgentDocument): void {
  const text = serializeAgentConfig(toAgentConfig(document))
  const parsed = parseAgentConfig(text)
  if (!parsed.ok) throw parsed.error
  expect(serializeAgentConfig(parsed.config)).toBe(text)
  expect(serializeAgentConfig(toAgentConfig(toAgentDocument(parsed.config)))).toBe(text)
}

function edit({ actions }: TestEditor, operation: (agent: AgentConfig) => AgentConfig): boolean {
  return actions.edit('Edit', operation, 'record')
}

function tidied({ agent, editor }: TestEditor) {
  const boxes = agent.steps.map((step) => ({ id: step.id, ...cardSize(editor.facts.of(step).ports) }))
  return tidyLayout(boxes, edgesOfAgent(agent))
}

function typeAt({ editor }: TestEditor, index: number): string {
  return pick(editor.registry.list(), index)
}

function exitOf({ agent, editor }: TestEditor, a: number, b: number): string | undefined {
  const step = agent.steps[(a - 1) % Math.max(1, agent.steps.length)]
  const outputs = step === undefined ? [] : editor.facts.of(step).ports.outputs
  return outputs.length > 1 ? outputs[b % outputs.length]?.id : undefined
}

function valueAt(index: number, text: string): Json | undefined {
  return index % 5 === 0 ? undefined : (Object.values<Json>(values)[index % Object.keys(values).length] ?? text)
}

function agentsOf({ editor }: TestEditor): readonly string[] {
  return Object.keys(selectFile(editor.store.getState()).agent.agents ?? {})
}

function agentAt(editor: TestEditor, index: number): string {
  return pick(agentsOf(editor), index)
}

function fieldAt({ agent }: TestEditor, index: number): string {
  return pick(Object.keys(agent.stateType.fields), index)
}

function noteAt({ agent }: TestEditor, index: number): string {
  const notes = listNotes(agent)
  return notes[index % Math.max(1, notes.length)]?.id ?? 'none'
}

function groupsAt({ agent }: TestEditor, index: number): readonly Group[] {
  const groups = listGroups(agent)
  return groups.length === 0 ? [] : groups.slice(index % groups.length, (index % groups.length) + 1)
}

function at<Key extends string, Value>(key: Key, list: readonly Value[], index: number): Partial<Record<Key, Value>> {
  const value = list[index % Math.max(1, list.length)]
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>
}

function pick(list: readonly string[], index: number): string {
  return list[index % Math.max(1, list.length)] ?? 'nobody'
}

function times<Value>(count: number, make: () => Value): readonly Value[] {
  return Array.from({ length: count }, make)
}
