/** Host and port of an http(s) address whose beginning no argument can change; nothing for any other. */
export function toolHost(address: string): string | undefined {
  const origin = /^https?:\/\/[^/?#{}\\\s]+(?=[/?#]|$)/i.exec(address.trim())?.[0]
  if (origin === undefined || !URL.canParse(origin)) return undefined
  const { host, username, password } = new URL(origin)
  return username === '' && password === '' ? host : undefined
}
