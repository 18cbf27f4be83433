import variant from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten-core'
import { msg } from '../language/msg.ts'
import { guestBootstrap } from './guestBootstrap.ts'
import type { SandboxJob, SandboxLogLevel, SandboxOutcome } from './SandboxPort.ts'
import {
  explainByMemory,
  neverSettlesFault,
  type Thrown,
  timeoutFault,
  toCodeFault,
  toCrashFault,
} from './toCodeFault.ts'

const PAGE_BYTES = 65_536
/** What the engine itself needs before any user code runs. */
const ENGINE_PAGES = 256
/** Deep enough for ordinary recursion; beyond it the engine would overflow the worker's own stack. */
const STACK_BYTES = 256 * 1024
const MAX_LOG_LINES = 1_000
const MAX_LOG_LENGTH = 10_000
/** The share of its memory from which on a strange failure is one of memory. */
const ALMOST_FULL = 0.75

/** Told what happens while a job runs. */
export interface JobListener {
  /** The engine is loaded: from now on the time is the code's own. */
  onStart(): void
  onLog(level: SandboxLogLevel, text: string): void
}

/** How the user's promise settled, as strings: `[kind, name, message, stack]`. */
interface Settled {
  readonly kind: string
  readonly name: string
  readonly message: string
  readonly stack: string
}

const levels: readonly string[] = ['debug', 'info', 'warning', 'error'] satisfies SandboxLogLevel[]
const isLevel = (text: string): text is SandboxLogLevel => levels.includes(text)

/**
 * Runs one job in a fresh WebAssembly module with a bounded memory of its own, which is thrown away afterwards. Never
 * rejects. It stops endless loops itself; what the engine cannot interrupt (long built-ins) is for the owner of the
 * worker to end. Without an `engine` the package loads its own.
 */
export async function runInQuickJS(
  job: SandboxJob,
  listener: JobListener,
  engine?: WebAssembly.Module,
): Promise<SandboxOutcome> {
  const maximum = Math.max(ENGINE_PAGES, Math.ceil(job.memoryBytes / PAGE_BYTES))
  const wasmMemory = new WebAssembly.Memory({ initial: ENGINE_PAGES, maximum })
  // Emscripten's own reports would go to the console.
  const emscriptenModule = { wasmMemory, print: () => undefined, printErr: () => undefined }
  try {
    const module = await newQuickJSWASMModuleFromVariant(
      newVariant(variant, { wasmMemory, emscriptenModule, ...(engine === undefined ? {} : { wasmModule: engine }) }),
    )
    const runtime = module.newRuntime()
    runtime.setMemoryLimit(job.memoryBytes)
    runtime.setMaxStackSize(STACK_BYTES)
    listener.onStart()
    const outcome = runJob(job, runtime, listener)
    const full = wasmMemory.buffer.byteLength >= ALMOST_FULL * maximum * PAGE_BYTES
    return full ? explainByMemory(outcome, job) : outcome
  } catch (error) {
    return toCrashFault(error, job)
  }
}

function runJob(job: SandboxJob, runtime: QuickJSRuntime, listener: JobListener): SandboxOutcome {
  const deadline = performance.now() + job.timeoutMs
  let interrupted = false
  runtime.setInterruptHandler(() => {
    interrupted ||= performance.now() > deadline
    return interrupted
  })
  const vm = runtime.newContext()
  let settled: Settled | undefined
  const end = vm.newFunction('end', (...parts) => {
    const [kind = '', name = '', message = '', stack = ''] = parts.map((part) => vm.getString(part))
    settled ??= { kind, name, message, stack }
  })
  const log = vm.newFunction('log', createLogger(vm, listener))
  const thrown = evaluate(vm, job, { log, end })
  if (interrupted) return timeoutFault(job, false)
  return thrown === undefined ? toOutcome(settled, job) : toCodeFault(thrown, job)
}

/** Runs the code and the promises it leaves behind. Gives what was thrown outside the user's own promise. */
function evaluate(
  vm: QuickJSContext,
  job: SandboxJob,
  { log, end }: { readonly log: QuickJSHandle; readonly end: QuickJSHandle },
): Thrown | undefined {
  const bootstrap = vm.evalCode(guestBootstrap, 'sandbox.js', { strict: true })
  if (bootstrap.error) return readError(vm, bootstrap.error)
  // One line stands before the user's code: `toCodeFault` counts on it.
  const source = `(console, { ${job.names.join(', ')} }) => (async () => {\n${job.code}\n})()`
  const body = vm.evalCode(source, 'code.js', { strict: true })
  if (body.error) return readError(vm, body.error)
  if (vm.typeof(body.value) !== 'function')
    return { name: 'SyntaxError', message: 'its brackets do not match', stack: '' }
  const scope = vm.newString(job.scopeText)
  const started = vm.callFunction(bootstrap.value, vm.undefined, body.value, scope, log, end)
  if (started.error) return readError(vm, started.error)
  const pending = vm.runtime.executePendingJobs()
  return pending.error ? readError(vm, pending.error) : undefined
}

function readError(vm: QuickJSContext, error: QuickJSHandle): Thrown {
  const read = (key: string): string => {
    const value = vm.getProp(error, key)
    return vm.typeof(value) === 'string' ? vm.getString(value) : ''
  }
  return { name: read('name'), message: read('message'), stack: read('stack') }
}

function createLogger(vm: QuickJSContext, { onLog }: JobListener) {
  let lines = 0
  return (level: QuickJSHandle, text: QuickJSHandle): void => {
    lines += 1
    if (lines > MAX_LOG_LINES) return
    const name = vm.getString(level)
    onLog(isLevel(name) ? name : 'info', vm.getString(text).slice(0, MAX_LOG_LENGTH))
    if (lines === MAX_LOG_LINES) onLog('warning', `Only the first ${MAX_LOG_LINES} lines are shown.`)
  }
}

function toOutcome(settled: Settled | undefined, job: SandboxJob): SandboxOutcome {
  switch (settled?.kind) {
    case 'nothing':
      return { ok: true }
    case 'result':
      return settled.message.length <= job.maxResultLength
        ? { ok: true, text: settled.message }
        : {
            ok: false,
            code: 'code.resultTooLarge',
            message: msg('The result has {length} characters of JSON; at most {limit} are allowed.'),
            values: { length: settled.message.length, limit: job.maxResultLength },
            broken: false,
          }
    case 'refuse':
      return toCodeFault({ ...settled, refused: true }, job)
    case 'fail':
      return toCodeFault(settled, job)
    default:
      return neverSettlesFault()
  }
}
