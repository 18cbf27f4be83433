import { AgentError } from '../../errors/AgentError.ts'
import type { Problem, ProblemCode } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import { jsonPath } from '../../json/jsonPath.ts'
import { utf8Length } from '../../json/utf8Length.ts'
import { t } from '../../language/t.ts'
import type { Sandbox } from '../../sandbox/Sandbox.ts'
import { explainIssue } from '../../step/explainIssue.ts'
import { findManifestFaults } from './findManifestFaults.ts'
import type { PluginFile } from './PluginFile.ts'
import { pluginManifestSchema } from './PluginManifest.ts'
import { describeCode } from './pluginCode.ts'

/** The largest file that is looked at, in bytes. */
export const MOST_PLUGIN_BYTES = 500_000
/** The longest that a plugin may say about itself, in characters of JSON. */
const MOST_SAID = 200_000
const TIME_MS = 5_000

/** A plugin file that can be used, or why it cannot. */
export type PluginReading =
  | { readonly ok: true; readonly file: PluginFile }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Asks the text of a plugin, in the sandbox, what it is. That is all of it that runs; what it says comes out as data
 * and is judged. Nothing is registered. Rejects only when the signal aborts.
 */
export async function readPluginFile(text: string, sandbox: Sandbox, signal?: AbortSignal): Promise<PluginReading> {
  if (text.trim() === '') return refuse('plugin.empty', t('There is nothing in it: the file is empty.'))
  if (utf8Length(text) > MOST_PLUGIN_BYTES)
    return refuse(
      'plugin.tooLarge',
      t('It is too large for a plugin; the limit is {limit} kB.', {
        limit: MOST_PLUGIN_BYTES / 1_000,
      }),
    )
  try {
    return judge(text, await sandbox.run(request(text, signal)))
  } catch (fault) {
    if (signal?.aborted || !AgentError.isInstance(fault)) throw fault
    return { ok: false, problems: [explainFault(fault)] }
  }
}

function request(text: string, signal: AbortSignal | undefined) {
  return {
    code: describeCode(text),
    scope: {},
    timeoutMs: TIME_MS,
    maxResultLength: MOST_SAID,
    ...(signal === undefined ? {} : { signal }),
  }
}

/** The sandbox's faults speak of code that returns something; here it says what it is. */
function explainFault(fault: AgentError): Problem {
  const problem = fault.toProblem()
  if (fault.code === 'code.resultType') {
    const message = t('What it says about itself must be plain data; only run may be a function. {reason}', {
      reason: fault.wording.said,
    })
    return { ...problem, code: 'plugin.shape', message }
  }
  if (fault.code !== 'code.syntax' || !/\b(import|export)\b/.test(fault.message)) return problem
  return {
    ...problem,
    message: t('{reason} A plugin is one file: it imports and exports nothing.', { reason: fault.wording.said }),
  }
}

function judge(text: string, said: Json | undefined): PluginReading {
  if (said === 0) return refuse('plugin.shape', t('It is no plugin: it does not call definePlugin({ … }).'))
  if (typeof said === 'number')
    return refuse('plugin.shape', t('It must call definePlugin once, with all of its steps.'))
  const parsed = pluginManifestSchema.safeParse(said, {
    error: (issue) => explainIssue(pluginManifestSchema, issue),
  })
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => shapeProblem(jsonPath(path), message))
    return { ok: false, problems }
  }
  const faults = findManifestFaults(parsed.data).map(({ path, message }) => shapeProblem(path, message))
  return faults.length === 0 ? { ok: true, file: { text, manifest: parsed.data } } : { ok: false, problems: faults }
}

function shapeProblem(path: string, message: string): Problem {
  return { code: 'plugin.shape', severity: 'error', path, message }
}

function refuse(code: ProblemCode, message: string): PluginReading {
  return { ok: false, problems: [{ code, severity: 'error', message }] }
}
