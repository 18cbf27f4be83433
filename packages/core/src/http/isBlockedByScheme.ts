const onThisComputer = /^(localhost|127\.|\[::1\])/

/** Whether browsers keep a page from asking an address because the page came by https and the address is http. */
export function isBlockedByScheme(pageProtocol: string | undefined, url: URL | undefined): boolean {
  return pageProtocol === 'https:' && url?.protocol === 'http:' && !onThisComputer.test(url.hostname)
}
