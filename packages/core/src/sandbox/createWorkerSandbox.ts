import { AgentError } from '../errors/AgentError.ts'
import { toStopped } from '../errors/toStopped.ts'
import { wordingOf } from '../errors/wordingOf.ts'
import type { Json } from '../json/Json.ts'
import { parseJson } from '../json/parseJson.ts'
import { msg } from '../language/msg.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import type { Sandbox, SandboxRequest } from './Sandbox.ts'
import { type SandboxJob, type SandboxOutcome, type SandboxPort, toSandboxJob } from './SandboxPort.ts'
import { timeoutFault } from './toCodeFault.ts'

/** Runs at the same time; further ones wait for their turn. */
const MAX_WORKERS = 4
/** Loading the worker and its WebAssembly takes tens of milliseconds; on a starved machine much longer. */
const START_LIMIT_MS = 20_000
/** After its deadline the code gets this long to be stopped from inside. */
const GRACE_MS = 250

/**
 * A sandbox over workers. Each run has a worker for itself while it runs. A worker serves again after a run that went
 * well; after anything else that may have hurt it, and at the deadline, it is terminated.
 */
export function createWorkerSandbox(spawn: () => SandboxPort): Sandbox {
  const idle: SandboxPort[] = []
  const waiting: (() => void)[] = []
  let running = 0
  let nextId = 1

  const enter = async (): Promise<void> => {
    if (running >= MAX_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
  }
  // A place is handed on, so that `running` never dips below what really runs.
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  const keep = (port: SandboxPort): void => {
    port.setBusy(false)
    port.listen(
      () => undefined,
      () => idle.splice(idle.indexOf(port), 1),
    )
    idle.push(port)
  }

  return {
    async run(request): Promise<Json | undefined> {
      const job = toSandboxJob(nextId++, request)
      await enter()
      try {
        if (request.signal?.aborted) throw toStopped(request.signal)
        const port = idle.pop() ?? spawnPort(spawn)
        port.setBusy(true)
        const outcome = await runOnPort(port, job, request)
        if (outcome.ok || !outcome.broken) keep(port)
        else port.terminate()
        return toResult(outcome)
      } finally {
        leave()
      }
    },
  }
}

function spawnPort(spawn: () => SandboxPort): SandboxPort {
  try {
    return spawn()
  } catch (error) {
    throw new AgentError(
      'code.unavailable',
      word('Code cannot run here: this place does not allow the sandbox to start.'),
      {
        cause: error,
      },
    )
  }
}

/** One run, bounded from outside. Gives an outcome in every case but the caller's own abort. */
function runOnPort(port: SandboxPort, job: SandboxJob, { signal, onLog }: SandboxRequest): Promise<SandboxOutcome> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      finish()
    }
    const onAbort = (): void => {
      port.terminate()
      if (signal !== undefined) settle(() => reject(toStopped(signal)))
    }
    const onFault = (reason: string | Wording): void =>
      settle(() =>
        resolve({
          ok: false,
          code: 'code.unavailable',
          message: msg('The sandbox did not start: {reason}'),
          values: { reason },
          broken: true,
        }),
      )
    signal?.addEventListener('abort', onAbort, { once: true })
    timer = setTimeout(() => onFault(word('it gave no sign of life')), START_LIMIT_MS)
    port.listen((reply) => {
      if (reply.id !== job.id) return
      if (reply.type === 'log') return onLog?.(reply.level, reply.text)
      if (reply.type === 'end') return settle(() => resolve(reply.outcome))
      clearTimeout(timer)
      timer = setTimeout(() => settle(() => resolve(timeoutFault(job, true))), job.timeoutMs + GRACE_MS)
    }, onFault)
    port.post(job)
  })
}

function toResult(outcome: SandboxOutcome): Json | undefined {
  if (!outcome.ok) {
    const { code, message, values, line, column } = outcome
    throw new AgentError(code, withPlace(word(message, values), outcome), {
      detail: { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
    })
  }
  return outcome.text === undefined ? undefined : readResult(outcome.text)
}

/** What happened, and where in the code. */
function withPlace(message: Wording, { line, column }: { readonly line?: number; readonly column?: number }): Wording {
  if (line === undefined) return message
  return column === undefined
    ? word('{message} (line {line})', { message, line })
    : word('{message} (line {line}, column {column})', { message, line, column })
}

/** The text was written inside the sandbox, so nobody vouches for it. */
function readResult(text: string): Json {
  try {
    return parseJson(text)
  } catch (error) {
    const message = word('The code must return plain JSON. {reason}', { reason: wordingOf(error) })
    throw new AgentError('code.resultType', message, { cause: error })
  }
}
