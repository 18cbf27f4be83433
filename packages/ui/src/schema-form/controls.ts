import type { FieldKind } from '@petal/core/model'
import type { ComponentType } from 'react'
import type { ControlProps } from './FormContext.ts'
import { AgentControl } from './fields/AgentControl.tsx'
import { AgentFieldControl } from './fields/AgentFieldControl.tsx'
import { KeyControl } from './fields/KeyControl.tsx'
import { ModelControl } from './fields/ModelControl.tsx'
import { NumberControl } from './fields/NumberControl.tsx'
import { RecordControl } from './fields/RecordControl.tsx'
import { SelectControl } from './fields/SelectControl.tsx'
import { SliderControl } from './fields/SliderControl.tsx'
import { StateFieldControl } from './fields/StateFieldControl.tsx'
import {
  CodeControl,
  DocumentsControl,
  ExpressionControl,
  JsonControl,
  LongTextControl,
  PromptControl,
} from './fields/slotted.tsx'
import { TextControl } from './fields/TextControl.tsx'
import { TextListControl } from './fields/TextListControl.tsx'
import { ToggleControl } from './fields/ToggleControl.tsx'
import { ToolListControl } from './fields/ToolListControl.tsx'
import { ToolNameControl } from './fields/ToolNameControl.tsx'

/** The kinds that are one control with one value. Lists and groups hold fields instead. */
export type ControlKind = Exclude<FieldKind, 'list' | 'group' | 'step'>

/** One control per kind, each without a label of its own. */
export const controls: { readonly [Kind in ControlKind]: ComponentType<ControlProps<Kind>> } = {
  text: TextControl,
  longText: LongTextControl,
  prompt: PromptControl,
  expression: ExpressionControl,
  code: CodeControl,
  number: NumberControl,
  slider: SliderControl,
  toggle: ToggleControl,
  select: SelectControl,
  stateField: StateFieldControl,
  agent: AgentControl,
  agentField: AgentFieldControl,
  model: ModelControl,
  key: KeyControl,
  textList: TextListControl,
  record: RecordControl,
  documents: DocumentsControl,
  json: JsonControl,
  toolName: ToolNameControl,
  toolList: ToolListControl,
}
