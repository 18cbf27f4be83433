/**
 * JavaScript that runs inside the sandbox before the user's code, and keeps for itself the built-ins it relies on.
 * It evaluates to `(code, scope, names, report) => void`. Whatever the user's code does to its own globals can only
 * spoil its own result: everything that leaves is a string, and is checked again outside.
 *
 * The serialiser refuses what JSON would change in silence, so that what a step wrote is what is kept.
 */
export const guestBootstrap = `(() => {
  const { stringify, parse } = JSON
  const { isFinite } = Number
  const { isArray } = Array
  const { getPrototypeOf, prototype: plain } = Object
  const { apply } = Reflect
  const { then } = Promise.prototype
  const text = String
  const ErrorType = Error

  const nameOf = (value) => {
    const kind = typeof value
    if (kind !== 'object') return kind === 'number' ? text(value) : kind
    const made = value.constructor
    return (typeof made === 'function' && made.name) || 'class instance'
  }
  const refused = (value) => {
    const kind = typeof value
    if (kind === 'number') return !isFinite(value)
    if (kind === 'bigint' || kind === 'function' || kind === 'symbol') return true
    if (kind !== 'object' || value === null || isArray(value)) return false
    const parent = getPrototypeOf(value)
    return parent !== null && parent !== plain
  }
  const toText = (result) => {
    let bad
    const out = stringify(result, function (key, value) {
      if (bad === undefined && refused(value)) bad = [key, nameOf(value)]
      return bad === undefined ? value : null
    })
    if (bad !== undefined) return { bad: stringify(bad) }
    return { out }
  }
  const describe = (thrown) => {
    try {
      if (typeof thrown === 'object' && thrown !== null) {
        const { name, message, stack } = thrown
        if (typeof message === 'string') return [text(name ?? 'Error'), message, text(stack ?? '')]
        return ['', 'threw ' + (stringify(thrown) ?? 'an object'), '']
      }
      return ['', 'threw ' + (typeof thrown === 'string' ? thrown : text(thrown)), '']
    } catch {
      return ['', 'threw something that cannot be shown', '']
    }
  }
  const show = (value) => {
    try {
      if (typeof value === 'string') return value
      if (value instanceof ErrorType) return text(value)
      if (typeof value === 'object' && value !== null) return stringify(value) ?? text(value)
      return text(value)
    } catch {
      return '[cannot be shown]'
    }
  }

  return (makeBody, scopeText, log, end) => {
    const levels = { log: 'info', info: 'info', debug: 'debug', warn: 'warning', error: 'error' }
    const console = {}
    for (const name in levels) {
      const level = levels[name]
      console[name] = (...values) => {
        let line = ''
        for (let i = 0; i < values.length; i++) line += (i === 0 ? '' : ' ') + show(values[i])
        log(level, line)
      }
    }
    const fail = (thrown) => {
      const [name, message, stack] = describe(thrown)
      end('fail', name, message, stack)
    }
    const succeed = (result) => {
      let made
      try {
        made = toText(result)
      } catch (thrown) {
        const [name, message] = describe(thrown)
        return end('refuse', name, message, '')
      }
      if (made.bad !== undefined) return end('refuse', '', made.bad, '')
      if (made.out === undefined) return end('nothing', '', '', '')
      return end('result', '', made.out, '')
    }
    const scope = parse(scopeText)
    apply(then, makeBody(console, scope), [succeed, fail])
  }
})()`
