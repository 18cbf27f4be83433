/**
 * Two spellings of the same place: react-hook-form's name `routes.1.name`, and the path of problems and commits,
 * `routes[1].name`. Names of fields contain no dots; keys chosen by people do, and never become part of a name.
 */

/** `routes.1.name` → `routes[1].name`. */
export function toPath(name: string): string {
  return name.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]')
}

/** True when `path` is `ancestor`, or a place inside it. */
export function isWithin(path: string, ancestor: string): boolean {
  if (!path.startsWith(ancestor)) return false
  const next = path[ancestor.length]
  return next === undefined || next === '.' || next === '['
}

/** The name of a field inside the object called `parent`; the form itself is `''`. */
export function childName(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`
}
