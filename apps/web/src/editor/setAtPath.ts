import type { Json, JsonObject } from '@petal/core/model'

/** The keys and indices of a path written like `config.routes[1].name`; a key that is no name is quoted. */
export function parsePath(path: string): readonly (string | number)[] {
  const parts: (string | number)[] = []
  for (const match of path.matchAll(/([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    const [, key, index, quoted] = match
    if (key !== undefined) parts.push(key)
    else if (index !== undefined) parts.push(Number(index))
    else if (quoted !== undefined) parts.push(String(JSON.parse(quoted)))
  }
  return parts
}

/**
 * The same value with another one at `path`; `undefined` removes what stands there. Missing objects and lists on the
 * way are made. What is not on the way stays the same object.
 */
export function setAtPath(
  root: Json | undefined,
  path: readonly (string | number)[],
  value: Json | undefined,
): Json | undefined {
  const [head, ...rest] = path
  if (head === undefined) return value
  return typeof head === 'number' ? setInList(root, head, rest, value) : setInObject(root, head, rest, value)
}

function setInList(
  root: Json | undefined,
  index: number,
  rest: readonly (string | number)[],
  value: Json | undefined,
): Json {
  const list: readonly Json[] = isList(root) ? root : []
  const next = setAtPath(list[index], rest, value)
  if (next === undefined) return list.filter((_, position) => position !== index)
  return index < list.length ? list.with(index, next) : [...list, next]
}

function setInObject(
  root: Json | undefined,
  key: string,
  rest: readonly (string | number)[],
  value: Json | undefined,
): JsonObject {
  const object = isObject(root) ? root : {}
  const next = setAtPath(Object.hasOwn(object, key) ? object[key] : undefined, rest, value)
  // Entries, not assignment: a key called `__proto__` must stay a plain key.
  const others = Object.entries(object)
  if (next === undefined) return Object.fromEntries(others.filter(([name]) => name !== key))
  if (!Object.hasOwn(object, key)) return Object.fromEntries([...others, [key, next]])
  return Object.fromEntries(others.map(([name, known]) => [name, name === key ? next : known]))
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}
