import { msg } from '../language/msg.ts'
import type { SandboxJob, SandboxOutcome } from './SandboxPort.ts'

type Fault = Extract<SandboxOutcome, { ok: false }>

/** Something thrown inside the sandbox, as text. `refused`: the result could not become JSON. */
export interface Thrown {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly refused?: boolean
}

/** Lines that stand before the user's code in the evaluated source. */
const LINES_BEFORE = 1
const MAX_MESSAGE = 2_000
const THREW = msg('The code threw {value}')
const NEVER_SETTLES = msg(
  'The code waits for a promise that nothing will ever resolve. There are no timers and no network in here.',
)
const place = /code\.js:(\d+)(?::(\d+))?/

function locate(stack: string, lines: number): { line?: number; column?: number } {
  const match = place.exec(stack)
  if (match === null) return {}
  const line = Math.min(Math.max(Number(match[1]) - LINES_BEFORE, 1), lines)
  return match[2] === undefined ? { line } : { line, column: Number(match[2]) }
}

const seconds = (ms: number): string => (ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`)
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`

/** The fault for code that was still running at its deadline. */
export function timeoutFault(job: Pick<SandboxJob, 'timeoutMs'>, broken: boolean): Fault {
  return {
    ok: false,
    code: 'code.timeout',
    message: msg('Stopped: the code ran longer than {time}. Is there an endless loop?'),
    values: { time: seconds(job.timeoutMs) },
    broken,
  }
}

function memoryFault(job: Pick<SandboxJob, 'memoryBytes'>, broken: boolean): Fault {
  return {
    ok: false,
    code: 'code.memory',
    message: msg('Stopped: the code used more than {size} of memory.'),
    values: { size: megabytes(job.memoryBytes) },
    broken,
  }
}

function stackFault(broken: boolean): Fault {
  return {
    ok: false,
    code: 'code.stack',
    message: msg('Stopped: the code calls itself too deeply, or its data is nested too deeply.'),
    broken,
  }
}

/** The fault for code that has nothing left to do and has not come to an end: it would wait for ever. */
export function neverSettlesFault(): Fault {
  return { ok: false, code: 'code.timeout', message: NEVER_SETTLES, broken: false }
}

/** The fault for something that the user's code threw. */
export function toCodeFault(thrown: Thrown, job: SandboxJob): Fault {
  const { name, message } = thrown
  if (name === 'InternalError' && /out of memory|string too long/.test(message)) return memoryFault(job, true)
  if (/stack overflow|Maximum call stack/.test(message)) return stackFault(true)
  if (thrown.refused) return refusedFault(message)
  const where = locate(thrown.stack, job.code.split('\n').length)
  return {
    ok: false,
    code: name === 'SyntaxError' && !thrown.stack.includes('<anonymous>') ? 'code.syntax' : 'code.error',
    ...explainThrown(name, message),
    ...where,
    broken: false,
  }
}

function explainThrown(name: string, message: string): Pick<Fault, 'message' | 'values'> {
  const what = name === '' ? message : `${name}: ${message}`
  const cut = what.slice(0, MAX_MESSAGE)
  if (name !== '') return { message: msg('The code failed: {what}'), values: { what: cut } }
  // How what is thrown and is no error is told by the bootstrap.
  if (cut.startsWith('threw ')) return { message: THREW, values: { value: cut.slice('threw '.length) } }
  return { message: msg('The code {what}'), values: { what: cut } }
}

function refusedFault(message: string): Fault {
  return { ok: false, code: 'code.resultType', ...explainRefusal(message), broken: false }
}

/** What the sandbox says of a value it refused: a pair of key and kind, or the message of the serialiser. */
function explainRefusal(message: string): Pick<Fault, 'message' | 'values'> {
  try {
    const [key, kind] = JSON.parse(message) as [key: string, kind: string] // Written by the bootstrap.
    const isNumber = /^(NaN|-?Infinity)$/.test(kind)
    const values = key === '' ? { kind } : { key: key.slice(0, MAX_MESSAGE), kind }
    const whole = isNumber
      ? msg('The code must return plain JSON: it returned {kind}.')
      : msg('The code must return plain JSON: it returned a {kind}.')
    const part = isNumber
      ? msg('The code must return plain JSON: "{key}" is {kind}.')
      : msg('The code must return plain JSON: "{key}" is a {kind}.')
    return { message: key === '' ? whole : part, values }
  } catch {
    const reason = message.slice(0, MAX_MESSAGE)
    return { message: msg('The code must return plain JSON: {reason}.'), values: { reason } }
  }
}

/** The engine throws `null`, or stops answering, when not even an error fits into its memory. */
export function explainByMemory(outcome: SandboxOutcome, job: SandboxJob): SandboxOutcome {
  if (outcome.ok) return outcome
  const threwNull = outcome.message === THREW && outcome.values?.value === 'null'
  return threwNull || outcome.message === NEVER_SETTLES ? memoryFault(job, true) : outcome
}

/** The fault for an exception of the engine itself, whose module is then beyond repair. */
export function toCrashFault(error: unknown, job: SandboxJob): Fault {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof RangeError && message.includes('call stack')) return stackFault(true)
  if (/memory|Aborted|unreachable|out of bounds/i.test(message)) return memoryFault(job, true)
  return {
    ok: false,
    code: 'code.unavailable',
    message: msg('The sandbox could not run the code: {reason}'),
    values: { reason: message.slice(0, MAX_MESSAGE) },
    broken: true,
  }
}
