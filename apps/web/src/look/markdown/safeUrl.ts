const allowed: readonly string[] = ['http:', 'https:', 'mailto:']

/** The address when it is one that a link may lead to: http, https or mail. Relative ones are not. */
export function safeUrl(text: string): string | undefined {
  try {
    const url = new URL(text)
    return allowed.includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** What a person should see of where a link leads: the host, or the mail address. */
export function hostOfLink(href: string | undefined): string | undefined {
  if (href === undefined || safeUrl(href) === undefined) return undefined
  const url = new URL(href)
  return url.protocol === 'mailto:' ? url.pathname : url.host
}
