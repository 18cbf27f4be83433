import { addStep, createAgentConfig } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { type AgentDocument, toAgentDocument } from '../editor/AgentDocument.ts'
import { countLabel } from '../editor/countLabel.ts'
import { MANY_STEPS, reasonToKeep } from './reasonToKeep.ts'

const replacing = (count: number) => countLabel(count, 'Replace a text', 'Replace {count} texts')

function documentOf(stepCount: number, x = 0): AgentDocument {
  const ids = Array.from({ length: stepCount }, (_, index) => `step-${index}`)
  const agent = ids.reduce((config, id) => addStep(config, { id, strategyType: 'output' }), createAgentConfig())
  return toAgentDocument({ ...agent, layout: Object.fromEntries(ids.map((id, index) => [id, [x + index * 300, x]])) })
}

describe('the reason to keep what was there', () => {
  it('is that many steps went at once, and how many', () => {
    expect(reasonToKeep('Delete', documentOf(12), documentOf(0))).toEqual({ kind: 'delete', stepCount: 12 })
    expect(reasonToKeep('Cut', documentOf(9), documentOf(9 - MANY_STEPS))).toEqual({ kind: 'delete', stepCount: 5 })
    expect(reasonToKeep('Delete', documentOf(9), documentOf(10 - MANY_STEPS))).toBeUndefined()
  })

  it('is that many cards were tidied, and not that they were moved by hand', () => {
    expect(reasonToKeep('Tidy', documentOf(6), documentOf(6, 40))).toEqual({ kind: 'tidy' })
    expect(reasonToKeep('Tidy', documentOf(3), documentOf(3, 40))).toBeUndefined()
    expect(reasonToKeep('Move', documentOf(6), documentOf(6, 40))).toBeUndefined()
  })

  it('is an import, a reload or a restored version, however small', () => {
    expect(reasonToKeep('Replace by import', documentOf(1), documentOf(1))).toEqual({ kind: 'import' })
    expect(reasonToKeep('Reload from the file', documentOf(1), documentOf(1))).toEqual({ kind: 'reload' })
    expect(reasonToKeep(replacing(12), documentOf(1), documentOf(1))).toEqual({ kind: 'replace' })
    expect(reasonToKeep(replacing(1), documentOf(1), documentOf(1))).toBeUndefined()
    expect(reasonToKeep('Restore version', documentOf(1), documentOf(2))).toEqual({ kind: 'restore' })
  })
})
