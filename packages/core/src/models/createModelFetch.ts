import { AgentError } from '../errors/AgentError.ts'
import { type Asking, askServer } from './askServer.ts'
import { guardBody, type StreamGuard } from './guardBody.ts'
import { type SilenceLimits, watchSilence } from './watchSilence.ts'

/** What the request of one question needs to know. */
export interface ModelFetchOptions extends StreamGuard, SilenceLimits, Asking {}

/**
 * The `fetch` of a model client: one request, no retries. It sends no header beyond the protocol's, notices silence,
 * passes on whole events only, and turns whatever goes wrong into a coded fault. Makes no other request, but for one
 * probe after a failure that gives no reason.
 */
export function createModelFetch(options: ModelFetchOptions): typeof fetch {
  return async (input, init) => {
    const silence = watchSilence(options.signal, options.context, options)
    try {
      const response = await askServer(input instanceof Request ? input.url : String(input), init, options, silence)
      return new Response(guardBody(response, options, silence), { status: response.status, headers: response.headers })
    } catch (error) {
      if (AgentError.isInstance(error)) options.onFault(error)
      throw error
    } finally {
      silence.rest(false)
    }
  }
}
