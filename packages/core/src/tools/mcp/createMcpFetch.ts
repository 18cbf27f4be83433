/** The `fetch` of an MCP client: to the named server only, without cookies. */
export function createMcpFetch(send: typeof fetch) {
  return (url: string | URL, init?: RequestInit): Promise<Response> =>
    send(url, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' })
}
