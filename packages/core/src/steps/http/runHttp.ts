import type { HttpFaultContext } from '../../http/createHttpFault.ts'
import type { HttpRequest } from '../../http/HttpRequest.ts'
import { parseBaseUrl } from '../../models/parseBaseUrl.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import type { HttpConfig } from './httpSchema.ts'
import { takeAnswer } from './takeAnswer.ts'
import { toRequest } from './toRequest.ts'

/** Asks the web service, and takes out of its answer what is to be kept. */
export async function runHttp(state: State, context: StepContext<HttpConfig>): Promise<Update> {
  const { config, stepId, nodeName } = context
  const request = toRequest(config, state, { stepId, nodeName })
  const answer = await context.request(request)
  return takeAnswer(answer, config, toFaultContext(request))
}

/** Values that may be shown: the answer came without its key already. */
function toFaultContext({ url, timeoutMs, maxBytes, repeatable }: HttpRequest): HttpFaultContext {
  return { host: parseBaseUrl(url)?.host ?? '', secrets: [], timeoutMs, maxBytes, repeatable }
}
