/** `#/share/1.<data>`: 1 is the version of the packing, the data is deflated text in base64url. */
const pattern = /^#\/share\/1\.([\w-]*)$/

/** The packed agent that an address carries in its fragment, which browsers send to nobody. */
export function readSharedFragment(hash: string): string | undefined {
  return pattern.exec(hash)?.[1]
}

export function writeSharedFragment(packed: string): string {
  return `#/share/1.${packed}`
}
