import { isJsonObject, type Json, type State } from '@petal/core/model'
import type { Editor } from '../editor/createEditor.ts'
import type { FixedOutputs } from '../editor/EditorState.ts'
import type { Library } from '../storage/Library.ts'

const settingName = 'fixed-outputs'
/** How many agents keep theirs; the ones whose were set last. */
const AGENTS_KEPT = 50

type KeptOutputs = readonly (readonly [agentId: string, fixed: FixedOutputs])[]

/** Puts the fixed outputs of an agent back when it is opened, as they were last in this browser, and keeps them so. */
export function rememberFixedOutputs(
  { store, actions }: Pick<Editor, 'store' | 'actions'>,
  library: Pick<Library, 'getSetting' | 'updateSetting'>,
): void {
  let known: FixedOutputs | undefined
  let writing: Promise<unknown> = Promise.resolve()
  const load = async (agentId: string) => {
    await writing
    const found = readKept(await library.getSetting(settingName)).find(([id]) => id === agentId)?.[1]
    const { session } = store.getState()
    // Another agent may have been opened while the store was asked. An output fixed meanwhile is the newer one.
    if (found === undefined || session.agentId !== agentId) return
    known = isEmpty(session.fixedOutputs) ? found : undefined
    actions.setFixedOutputs({ ...found, ...session.fixedOutputs })
  }
  const save = (agentId: string, fixed: FixedOutputs) =>
    library.updateSetting(settingName, (kept, agentIds) => {
      const others = readKept(kept).filter(([id]) => id !== agentId && agentIds.has(id))
      const all = isEmpty(fixed) ? others : [...others, [agentId, fixed] as const]
      return toJson(all.slice(-AGENTS_KEPT))
    })
  const follow = (agentId: string | undefined, isOpened: boolean) => {
    const { fixedOutputs } = store.getState().session
    if (agentId === undefined || (!isOpened && fixedOutputs === known)) return
    known = fixedOutputs
    // An agent that goes on under another id takes them along. Where nothing can be stored they last as the page does.
    if (isOpened && isEmpty(fixedOutputs)) load(agentId).catch(() => undefined)
    else writing = writing.then(() => save(agentId, fixedOutputs)).catch(() => undefined)
  }
  store.subscribe(({ session }, { session: before }) => {
    if (session.agentId === before.agentId && session.fixedOutputs === before.fixedOutputs) return
    follow(session.agentId, session.agentId !== before.agentId)
  })
  const { agentId } = store.getState().session
  if (agentId !== undefined) load(agentId).catch(() => undefined)
}

function isEmpty(fixed: FixedOutputs): boolean {
  return Object.keys(fixed).length === 0
}

/** Outputs are plain JSON; only their being interfaces keeps the compiler from seeing that. */
function toJson(kept: KeptOutputs): Json {
  return kept as unknown as Json
}

/** What another tab, or a person, wrote there may be anything. */
function readKept(stored: Json | undefined): KeptOutputs {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry): KeptOutputs => {
    if (!Array.isArray(entry)) return []
    const [agentId, outputs] = entry
    return typeof agentId === 'string' && isJsonObject(outputs) ? [[agentId, readOutputs(outputs)]] : []
  })
}

function readOutputs(outputs: Readonly<Record<string, unknown>>): FixedOutputs {
  const entries = Object.entries(outputs).flatMap(([stepId, output]) => {
    if (!isJsonObject(output) || !isJsonObject(output.update)) return []
    const { update, exit } = output
    // What is plain JSON and has no holes is a state.
    const state = update as State
    return [[stepId, typeof exit === 'string' ? { update: state, exit } : { update: state }] as const]
  })
  return Object.fromEntries(entries)
}
