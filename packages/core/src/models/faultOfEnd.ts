import type { ProviderCode } from './createModelFault.ts'

/** The ends of an answer that make it a fault, by the providers' own names. Any other end is a good one. */
const badEnds: Readonly<Record<string, ProviderCode>> = {
  length: 'provider.lengthLimit',
  max_tokens: 'provider.lengthLimit',
  model_context_window_exceeded: 'provider.contextLimit',
  content_filter: 'provider.filtered',
  refusal: 'provider.filtered',
  safety: 'provider.filtered',
  recitation: 'provider.filtered',
  blocklist: 'provider.filtered',
  prohibited_content: 'provider.filtered',
  spii: 'provider.filtered',
  image_safety: 'provider.filtered',
  malformed_function_call: 'provider.badToolCall',
  unexpected_tool_call: 'provider.badToolCall',
}

/** The fault that an end such as `stop`, `length` or `SAFETY` means, if any. */
export function faultOfEnd(end: string): ProviderCode | undefined {
  const name = end.toLowerCase()
  return Object.hasOwn(badEnds, name) ? badEnds[name] : undefined
}
