/** Where a value stands, written like `config.routes[1].name`. A key that is no name is quoted: `layout["a b"]`. */
export function jsonPath(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => joinPath(path, part), '')
}

/** `path` and one more key or index. */
export function joinPath(path: string, part: PropertyKey): string {
  if (typeof part === 'number') return `${path}[${part}]`
  const key = String(part)
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
