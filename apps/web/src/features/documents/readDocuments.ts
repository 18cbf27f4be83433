import { type DocumentReference, isJsonObject, type Json } from '@petal/core/model'

/** The documents of a setting, whatever it holds. */
export function readDocuments(value: Json | undefined): readonly DocumentReference[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: Json) => {
    if (!isJsonObject(item)) return []
    const { name, text, hash, length } = item
    return [
      {
        name: typeof name === 'string' ? name : '',
        ...(typeof text === 'string' ? { text } : {}),
        ...(typeof hash === 'string' ? { hash } : {}),
        ...(typeof length === 'number' ? { length } : {}),
      },
    ]
  })
}

/** A document as a setting holds it. */
export function toDocumentJson({ name, text, hash, length }: DocumentReference): Json {
  return {
    name,
    ...(text === undefined ? {} : { text }),
    ...(hash === undefined ? {} : { hash }),
    ...(length === undefined ? {} : { length }),
  }
}
