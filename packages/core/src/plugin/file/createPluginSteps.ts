import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import { type DefinedStep, defineStep } from '../../step/defineStep.ts'
import type { LogLevel, StepContext } from '../../step/StepContext.ts'
import { defaultPorts, type StepStart } from '../../step/StepDefinition.ts'
import { exit, type StepResult } from '../../step/StepResult.ts'
import { fieldsNamed, fillIn, settingNamed } from './fillIn.ts'
import type { PluginFile } from './PluginFile.ts'
import type { PluginStep } from './PluginManifest.ts'
import { callCode } from './pluginCode.ts'
import { type PluginSettings, toSettingsSchema } from './toSettingsSchema.ts'

/** The types of steps that a plugin file brings. Each runs in the sandbox, with the state and its settings as copies. */
export function createPluginSteps({ text, manifest }: PluginFile): readonly DefinedStep<PluginSettings>[] {
  const plugin = `${manifest.title} ${manifest.version}`
  const code = callCode(text)
  return manifest.steps.map((step) => createStep(step, { plugin, code }))
}

function createStep(
  step: PluginStep,
  { plugin, code }: { readonly plugin: string; readonly code: string },
): DefinedStep<PluginSettings> {
  const { name, title, description, category, icon, exits, passBy, summary = title } = step
  return defineStep<PluginSettings>({
    name,
    version: 1,
    title,
    description,
    category,
    icon,
    plugin,
    schema: toSettingsSchema(step.settings),
    reads: (settings) => fieldsNamed(step.reads, settings),
    writes: (settings) => fieldsNamed(step.writes, settings),
    ...(exits === undefined ? {} : { ports: () => ({ inputs: defaultPorts.inputs, outputs: exits }) }),
    ...(passBy === undefined ? {} : { passBy: () => passBy }),
    summarize: (settings) => fillIn(summary, settings),
    starter: (start) => startWith(step, start),
    run: async (state, context) => readResult(await callInSandbox(name, code, state, context), step, context),
  })
}

/** Reads what was written before; writes into fields of its own. */
function startWith({ settings, reads, writes }: PluginStep, { written, freeField }: StepStart) {
  const start: Record<string, Json> = {}
  const takesIn = (list: readonly string[], name: string) => list.some((field) => settingNamed(field) === name)
  for (const setting of settings) {
    if (setting.kind !== 'stateField') continue
    if (takesIn(reads, setting.name)) {
      if (written !== undefined) start[setting.name] = written
    } else if (takesIn(writes, setting.name)) start[setting.name] = freeField(setting.default)
  }
  return start
}

const levels: Readonly<Record<'debug' | 'info' | 'warning' | 'error', LogLevel>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warning: 'WARNING',
  error: 'ERROR',
}

async function callInSandbox(
  step: string,
  code: string,
  state: State,
  context: StepContext<PluginSettings>,
): Promise<Json | undefined> {
  return await context.sandbox.run({
    code,
    scope: { petalCall: { step, state, config: context.config } },
    signal: context.signal,
    onLog: (level, text) => context.log(levels[level], text),
  })
}

/** What came out of the sandbox: nobody vouches for it. A plugin writes what it says on the card, and nothing else. */
function readResult(
  result: Json | undefined,
  { writes }: PluginStep,
  { nodeName, stepId, config }: StepContext<PluginSettings>,
): StepResult {
  const given = isJsonObject(result) ? result : {}
  const update = given.update ?? undefined
  if (update !== undefined && !isJsonObject(update)) {
    const what = Array.isArray(update) ? word('a list') : JSON.stringify(update).slice(0, 100)
    const message = word('"{nodeName}" returned {what}. Its plugin must return an object with the fields to write.', {
      nodeName,
      what,
    })
    throw new AgentError('run.resultType', message, { stepId })
  }
  const fields = fieldsNamed(writes, config)
  const stray = Object.keys(update ?? {}).find((field) => !fields.includes(field))
  if (stray !== undefined) {
    const message = word('"{nodeName}" returned {stray}, which its plugin does not say that it writes.', {
      nodeName,
      stray,
    })
    throw new AgentError('run.unknownKey', message, { stepId })
  }
  return typeof given.exit === 'string' ? exit(given.exit, update) : update
}
