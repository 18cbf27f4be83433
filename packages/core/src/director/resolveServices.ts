import { createSandbox } from '#platform'
import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import { guardCheckpointer } from '../checkpoint/guardCheckpointer.ts'
import { createMemoryDocuments } from '../documents/createMemoryDocuments.ts'
import type { DocumentStore } from '../documents/DocumentStore.ts'
import type { ChatModelFactory, KeySource } from '../models/ChatModel.ts'
import type { EmbedderFactory } from '../models/Embedder.ts'
import { createChatModel } from '../providers/createChatModel.ts'
import { createEmbedder } from '../providers/createEmbedder.ts'
import type { Sandbox } from '../sandbox/Sandbox.ts'
import type { ToolFunctions } from '../tools/ToolFunction.ts'
import { VectorCache } from './memory/VectorCache.ts'
import type { LogEntry, Services } from './Services.ts'

/** Services with their defaults filled in. */
export interface RunServices {
  readonly keys: KeySource
  readonly fetch: typeof fetch
  readonly sandbox: Sandbox
  readonly models: ChatModelFactory
  readonly embedders: EmbedderFactory
  readonly vectors: VectorCache
  readonly documents: DocumentStore
  readonly checkpointer: Checkpointer | undefined
  readonly logger: ((entry: LogEntry) => void) | undefined
  readonly random: () => number
  readonly now: () => number
  readonly functions: ToolFunctions
}

/** Fills in the defaults of the place the core runs in. */
export function resolveServices(all: Services): RunServices {
  return {
    keys: toKeySource(all.keys ?? {}),
    fetch: all.fetch ?? ((...args) => globalThis.fetch(...args)),
    sandbox: all.sandbox ?? lazySandbox(),
    models: all.models ?? createChatModel,
    embedders: all.embedders ?? createEmbedder,
    vectors: all.vectors ?? new VectorCache(),
    documents: all.documents ?? createMemoryDocuments(),
    checkpointer: all.checkpointer && guardCheckpointer(all.checkpointer),
    logger: all.logger,
    random: all.random ?? Math.random,
    now: all.now ?? Date.now,
    functions: all.functions ?? {},
  }
}

/** Services of one run: those it was given itself, and the agent's for the rest. */
export function overlayServices(base: RunServices, given: Services | undefined): RunServices {
  if (given === undefined) return base
  return {
    keys: given.keys === undefined ? base.keys : toKeySource(given.keys),
    fetch: given.fetch ?? base.fetch,
    sandbox: given.sandbox ?? base.sandbox,
    models: given.models ?? base.models,
    embedders: given.embedders ?? base.embedders,
    vectors: given.vectors ?? base.vectors,
    documents: given.documents ?? base.documents,
    checkpointer: given.checkpointer === undefined ? base.checkpointer : guardCheckpointer(given.checkpointer),
    logger: given.logger ?? base.logger,
    random: given.random ?? base.random,
    now: given.now ?? base.now,
    functions: given.functions ?? base.functions,
  }
}

/** Made when the first step asks for it: most agents never run code. */
function lazySandbox(): Sandbox {
  let sandbox: Sandbox | undefined
  return {
    run: (request) => {
      sandbox ??= createSandbox()
      return sandbox.run(request)
    },
  }
}

function toKeySource(keys: NonNullable<Services['keys']>): KeySource {
  if (isKeySource(keys)) return keys
  return { get: (keyRef) => (Object.hasOwn(keys, keyRef) ? keys[keyRef] : undefined) }
}

function isKeySource(keys: NonNullable<Services['keys']>): keys is KeySource {
  return typeof keys.get === 'function'
}
