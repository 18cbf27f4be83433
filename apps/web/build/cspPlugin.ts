import type { Plugin } from 'vite'
import { contentSecurityPolicy, securityHeaders } from './csp.ts'

/**
 * Puts the Content-Security-Policy into the built page, and beside it `headers.json` for the server. Only when
 * building: the development server needs scripts of its own in the page.
 */
export function cspPlugin(): Plugin {
  return {
    name: 'petal-csp',
    apply: 'build',
    // The policy takes fonts from files only: none may be inlined as data.
    config: () => ({ build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) } }),
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'headers.json',
        source: `${JSON.stringify(securityHeaders, undefined, 2)}\n`,
      })
    },
  }
}
