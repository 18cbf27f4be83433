import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'

/** `#/share/1.<data>`: 1 is the version of the packing, the data is deflated text in base64url. */
const begin = '#/share/'
const current = '1'

/** What an address carries in its fragment, which browsers send to nobody: everything behind `#/share/`. */
export function readSharedFragment(hash: string): string | undefined {
  return hash.startsWith(begin) ? hash.slice(begin.length) : undefined
}

export function writeSharedFragment(packed: string): string {
  return `${begin}${current}.${packed}`
}

/**
 * The packed text of what `readSharedFragment` gives. Signs that other programs put behind a link are left out.
 *
 * @throws AgentError `share.damaged`, or `import.newer` for a way of packing that is not known yet
 */
export function readPacked(shared: string): string {
  const [, version, packed] = /^(\d+)\.([\w-]+)/.exec(shared) ?? []
  if (version === undefined || packed === undefined) throw damagedLink()
  if (version !== current) {
    throw new AgentError(
      'import.newer',
      word('A newer version has made this link. Reload the page, or ask for the file instead.'),
    )
  }
  return packed
}

export function damagedLink(): AgentError {
  return new AgentError(
    'share.damaged',
    word(
      'This link is damaged: a part of it is missing or was changed. Copy the whole link, or ask for the file instead.',
    ),
  )
}
