import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { word } from '../../language/word.ts'
import type { ChatAnswer, ChatModel, ChatRequest } from '../../models/ChatModel.ts'
import type { Message } from '../../models/Message.ts'
import { parseObject } from '../../step/parseObject.ts'
import type { RouterConfig } from './routerSchema.ts'

type Routes = RouterConfig['routes']

/** The question that makes a model choose: the rules of the game, then what is to be judged. */
export function askForRoute(routes: Routes, subject: readonly Message[]): Omit<ChatRequest, 'signal'> {
  const lines = routes.map(({ name, description }) => (description === '' ? `- ${name}` : `- ${name}: ${description}`))
  const content = `Choose the route that fits best. The routes are:\n${lines.join('\n')}\nAnswer with the name of one route and nothing else.`
  const names = routes.map(({ name }) => name)
  return {
    messages: [{ role: 'system', content }, ...subject],
    output: {
      name: 'route',
      schema: {
        type: 'object',
        properties: { route: { type: 'string', enum: names } },
        required: ['route'],
        additionalProperties: false,
      },
    },
  }
}

/**
 * Asks the model. One that cannot be held to the form of the answer may still have named a route in words: what it said
 * is judged all the same.
 */
export async function askModel(model: ChatModel, request: ChatRequest): Promise<ChatAnswer> {
  try {
    return await model.chat(request)
  } catch (error) {
    const said = AgentError.isInstance(error) && error.code === 'provider.badAnswer' ? error.detail?.text : undefined
    if (said === undefined) throw error
    return { message: { role: 'assistant', content: said } }
  }
}

/**
 * The route an answer names: in its object, else as its whole text, whatever the case.
 *
 * @throws AgentError `run.unknownRoute`, which lists the routes, when it names none
 */
export function readRoute({ output, message }: ChatAnswer, routes: Routes, stepId: string): string {
  const said = readName(output) ?? readName(parseObject(message.content)) ?? message.content.trim()
  const names = routes.map(({ name }) => name)
  const meant = names.find((name) => name === said) ?? names.find((name) => fold(name) === fold(said))
  if (meant !== undefined) return meant
  throw unknownRoute(said, names, stepId)
}

function readName(output: Json | undefined): string | undefined {
  if (typeof output === 'string') return output.trim()
  if (typeof output !== 'object' || output === null || !isJsonObject(output)) return undefined
  return typeof output.route === 'string' ? output.route.trim() : undefined
}

function fold(name: string): string {
  return name.trim().toLowerCase()
}

function unknownRoute(said: string, names: readonly string[], stepId: string): AgentError {
  const answer = said === '' ? 'nothing' : `"${said.length > 200 ? `${said.slice(0, 199)}…` : said}"`
  return new AgentError(
    'run.unknownRoute',
    word(
      'The model answered {answer}, which names none of the routes: {names}. Say more clearly in the prompt when each is to be taken.',
      { answer, names: names.join(', ') },
    ),
    { stepId, path: 'config.routes', detail: { available: names, text: said.slice(0, 2000) } },
  )
}
