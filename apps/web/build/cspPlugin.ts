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
