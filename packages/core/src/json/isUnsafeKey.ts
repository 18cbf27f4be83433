const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** True for the keys through which data could reach an object's prototype. They are refused at every boundary. */
export function isUnsafeKey(key: string): boolean {
  return unsafeKeys.has(key)
}
