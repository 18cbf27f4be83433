import { type HttpConfig, withBody } from './httpSchema.ts'

/** True for a method whose requests have a body. */
export function sendsBody({ method }: Pick<HttpConfig, 'method'>): boolean {
  return withBody.some((name) => name === method)
}
