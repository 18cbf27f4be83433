import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { looksLikeSecret } from '../../models/looksLikeSecret.ts'
import type { HttpConfig } from './httpSchema.ts'
import { findHost } from './listHosts.ts'
import { splitAnswerPath } from './splitAnswerPath.ts'

/** Headers that a browser sets itself and lets nobody else set. */
const ownHeaders =
  /^(?:cookie2?|host|origin|referer|user-agent|content-length|connection|date|dnt|te|trailer|upgrade|via|proxy-.*|sec-.*)$/i
const secretHeaders = /^(?:authorization|x-api-key|api-key|x-goog-api-key|x-auth-token)$/i

/** What is wrong with a request's settings, beyond what the schema sees. */
export function findHttpProblems(config: HttpConfig): readonly Problem[] {
  return [
    ...findAddressProblems(config),
    ...config.headers.flatMap(findHeaderProblems),
    ...findKeyProblems(config),
    ...config.saves.flatMap(findSaveProblems),
  ]
}

function findAddressProblems({ url }: HttpConfig): readonly Problem[] {
  const start = url.trim()
  if (start === '') return [found('url', t('Write the address to ask, such as https://api.example.com/items.'))]
  if (/^(https?:\/\/|\{)/i.test(start)) return []
  return [found('url', t('The address must begin with https:// or http://.'))]
}

function findHeaderProblems({ name, value }: HttpConfig['headers'][number], index: number): readonly Problem[] {
  const at = `headers[${index}]`
  const problems: Problem[] = []
  if (name.trim() === '') problems.push(found(`${at}.name`, t('Give the header a name, or remove it.')))
  if (ownHeaders.test(name)) {
    const message = t('A browser sets {name} itself: this one is not sent from a page.', { name })
    problems.push(found(`${at}.name`, message, 'warning'))
  }
  if (value !== '' && !value.includes('{') && (secretHeaders.test(name) || looksLikeSecret(value).length > 0)) {
    const message = t(
      'This looks like a secret. Save it as a key and let the step send it, so that it is not in the file.',
    )
    problems.push({ ...found(`${at}.value`, message, 'warning'), code: 'secret.looksLikeSecret' })
  }
  return problems
}

function findKeyProblems({ key, url, followRedirects }: HttpConfig): readonly Problem[] {
  if (key === undefined) return []
  const problems: Problem[] = []
  if (key.keyRef === '') problems.push(found('key.keyRef', t('Choose the key to send, or turn this off.')))
  if (url.trim() !== '' && findHost(url) === undefined) {
    problems.push(found('url', t('A key goes to one host only: write the host out instead of taking it from a field.')))
  }
  if (followRedirects) {
    const message = t('A request with a key is never sent on: this has no effect.')
    problems.push(found('followRedirects', message, 'warning'))
  }
  return problems
}

function findSaveProblems({ field, part, path }: HttpConfig['saves'][number], index: number): readonly Problem[] {
  const at = `saves[${index}]`
  const problems: Problem[] = []
  if (field === '') problems.push(found(`${at}.field`, t('Choose the field that this goes into.')))
  if (part === 'header' && path.trim() === '') problems.push(found(`${at}.path`, t('Name the header.')))
  if (part === 'body' && splitAnswerPath(path) === undefined) {
    problems.push(found(`${at}.path`, t('Write the path like data.items[0].name.')))
  }
  return problems
}

function found(path: string, message: string, severity: Problem['severity'] = 'error'): Problem {
  return { code: 'step.config', severity, path: `config.${path}`, message }
}
