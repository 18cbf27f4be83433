import type { AgentConfig, DocumentReference, StepRegistry } from '@petal/core/model'
import type { DocumentDatabase } from './documentDatabase.ts'
import { keepDocument } from './keepDocument.ts'
import { replaceDocuments } from './replaceDocuments.ts'

/** The agent with the texts of all documents that are on this device, for a file that is to be whole elsewhere. */
export function includeTexts(
  agent: AgentConfig,
  registry: StepRegistry,
  database: DocumentDatabase,
): Promise<AgentConfig> {
  return replaceDocuments(agent, registry, async (document) => {
    if (document.text !== undefined || document.hash === undefined) return document
    const text = await database.readText(document.hash)
    return text === undefined ? document : { name: document.name, text }
  })
}

/** The agent with long texts kept on this device instead of in every step of its history. */
export function keepTexts(
  agent: AgentConfig,
  registry: StepRegistry,
  database: DocumentDatabase,
): Promise<AgentConfig> {
  const kept: DocumentReference[] = []
  return replaceDocuments(agent, registry, async (document) => {
    if (document.text === undefined) return document
    const { name, text } = document
    const made = await keepDocument({ name, text }, kept, database)
    kept.push(made)
    return made.text === undefined ? made : document
  })
}
