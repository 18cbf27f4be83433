/**
 * What the built app may do, as a Content-Security-Policy. Everything is refused but what is listed.
 *
 * - `wasm-unsafe-eval`: the sandbox of custom code is WebAssembly; `eval` and `new Function` stay refused.
 * - `connect-src http: https:`: the person chooses the model's address. Custom code cannot reach it: it has no `fetch`.
 * - `img-src`: never from outside, so that a model's answer cannot send data away by showing an image.
 * - `style-src 'unsafe-inline'`: the prompt editor (CodeMirror) writes style elements.
 * - Trusted Types: no string reaches `innerHTML` or a script address; the two policies let same-origin workers through.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self' http: https:",
  'img-src': "'self' data: blob:",
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'petal petal-sandbox',
}

/** The policy as it stands in the page's `<meta>` element. */
export const contentSecurityPolicy = toPolicy(directives)

/** The headers a server should send with every file of the built app; workers obey only these. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': toPolicy({ ...directives, 'frame-ancestors': "'none'" }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

function toPolicy(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
