const any = () => true
/** A width is a number, or left out: `border`, `border-2`. */
const width = ['', (value: string) => /^\d/.test(value)]
/** A size of its own: `text-[34px]`. */
const pixels = (value: string) => /^\[\d+px\]$/.test(value)

type Rest = '' | typeof any
type Prefixed<Name extends string> = Readonly<Record<Name, { [prefix: string]: Rest[] }[]>>

/** One group for each prefix, of whatever follows it. */
function prefixes<const Name extends string>(...names: readonly Name[]): Prefixed<Name> {
  // `fromEntries` forgets which names it was given.
  return Object.fromEntries(names.map((name) => [name, [{ [name]: [any] }]])) as unknown as Prefixed<Name>
}

/** The same for prefixes that are classes of their own: `rounded`, `rounded-md`. */
function words<const Name extends string>(...names: readonly Name[]): Prefixed<Name> {
  return Object.fromEntries(names.map((name) => [name, [{ [name]: ['', any] }]])) as unknown as Prefixed<Name>
}

const spacings = ['p', 'm', 'scroll-m', 'scroll-p'] as const
const sides = ['x', 'y', 't', 'r', 'b', 'l'] as const
const corners = ['t', 'r', 'b', 'l', 'tl', 'tr', 'br', 'bl'] as const

/** What Tailwind classes are about, by the name of the group; of two classes of one group the later one wins. */
export const classGroups = {
  display: [
    'block',
    'inline',
    'inline-block',
    'flex',
    'inline-flex',
    'grid',
    'inline-grid',
    'contents',
    'hidden',
    'table',
  ],
  position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
  visibility: ['visible', 'invisible', 'collapse'],
  sr: ['sr-only', 'not-sr-only'],
  'font-style': ['italic', 'not-italic'],
  'text-decoration': ['underline', 'overline', 'line-through', 'no-underline'],
  'text-overflow': ['truncate'],
  'numeric-spacing': ['tabular-nums', 'proportional-nums'],
  'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'wrap-reverse', 'nowrap'] }],
  'font-family': [{ font: ['sans', 'serif', 'mono'] }],
  'font-weight': [{ font: ['light', 'normal', 'medium', 'semibold', 'bold'] }],
  'font-size': [{ text: ['xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl', '4xl', pixels] }],
  'text-align': [{ text: ['left', 'center', 'right', 'justify', 'start', 'end'] }],
  'text-wrap': [{ text: ['wrap', 'nowrap', 'balance', 'pretty'] }],
  'text-color': [{ text: [any] }],
  'border-style': [{ border: ['solid', 'dashed', 'dotted', 'double', 'hidden', 'none'] }],
  'border-w': [{ border: width }],
  'border-w-x': [{ 'border-x': width }],
  'border-w-y': [{ 'border-y': width }],
  'border-w-t': [{ 'border-t': width }],
  'border-w-r': [{ 'border-r': width }],
  'border-w-b': [{ 'border-b': width }],
  'border-w-l': [{ 'border-l': width }],
  'border-color': [{ border: [any] }],
  'divide-w-x': [{ 'divide-x': width }],
  'divide-w-y': [{ 'divide-y': width }],
  'divide-color': [{ divide: [any] }],
  'outline-style': [{ outline: ['none', 'hidden', 'solid', 'dashed', 'dotted', 'double'] }],
  'outline-w': [{ outline: width }],
  'outline-color': [{ outline: [any] }],
  'ring-w': [{ ring: width }],
  'ring-color': [{ ring: [any] }],
  'decoration-style': [{ decoration: ['solid', 'double', 'dotted', 'dashed', 'wavy'] }],
  'decoration-color': [{ decoration: [any] }],
  'stroke-w': [{ stroke: width }],
  'stroke-color': [{ stroke: [any] }],
  'list-position': [{ list: ['inside', 'outside'] }],
  'list-style': [{ list: ['disc', 'decimal', 'none'] }],
  'snap-type': [{ snap: ['none', 'x', 'y', 'both'] }],
  'snap-align': [{ snap: ['start', 'end', 'center'] }],
  'vertical-align': [{ align: ['baseline', 'top', 'middle', 'bottom'] }],
  grow: [{ grow: width }],
  shrink: [{ shrink: width }],
  container: ['@container'],
  ...prefixes('w', 'h', 'size', 'min-w', 'max-w', 'min-h', 'max-h', 'flex', 'basis', 'order', 'z', 'columns'),
  ...prefixes('inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'overflow', 'overflow-x', 'overflow-y'),
  ...prefixes('gap', 'gap-x', 'gap-y', 'items', 'justify', 'justify-self', 'justify-items', 'self', 'content'),
  ...prefixes('grid-cols', 'grid-rows', 'col-start', 'col-span', 'row-start', 'row-span', 'leading', 'tracking'),
  ...prefixes(
    'line-clamp',
    'whitespace',
    'break',
    'wrap',
    'underline-offset',
    'bg',
    'fill',
    'accent',
    'caret',
    'shadow',
  ),
  ...prefixes('opacity', 'cursor', 'select', 'pointer-events', 'touch', 'field-sizing', 'overscroll'),
  ...prefixes(
    'transition',
    'duration',
    'ease',
    'delay',
    'animate',
    'origin',
    'translate-x',
    'translate-y',
    'translate',
  ),
  ...prefixes(
    'rotate',
    'scale',
    'outline-offset',
    'break-inside',
    'object',
    'aspect',
    'p',
    'm',
    'scroll-m',
    'scroll-p',
  ),
  ...prefixes(...spacings.flatMap((name) => sides.map((side) => `${name}${side}` as const))),
  ...words('rounded', 'shadow', 'resize', 'transition', ...corners.map((corner) => `rounded-${corner}` as const)),
}

type Group = keyof typeof classGroups

/** Which groups a class overrides beside its own: `p-4` says all that `px-2` does. */
export const overriddenGroups: Partial<Record<Group, readonly Group[]>> = {
  size: ['w', 'h'],
  flex: ['basis', 'grow', 'shrink'],
  inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
  'inset-x': ['right', 'left'],
  'inset-y': ['top', 'bottom'],
  overflow: ['overflow-x', 'overflow-y'],
  gap: ['gap-x', 'gap-y'],
  'font-size': ['leading'],
  'line-clamp': ['display', 'overflow'],
  translate: ['translate-x', 'translate-y'],
  'border-w': ['border-w-x', 'border-w-y', 'border-w-t', 'border-w-r', 'border-w-b', 'border-w-l'],
  'border-w-x': ['border-w-r', 'border-w-l'],
  'border-w-y': ['border-w-t', 'border-w-b'],
  rounded: corners.map((corner) => `rounded-${corner}` as const),
  'rounded-t': ['rounded-tl', 'rounded-tr'],
  'rounded-r': ['rounded-tr', 'rounded-br'],
  'rounded-b': ['rounded-br', 'rounded-bl'],
  'rounded-l': ['rounded-tl', 'rounded-bl'],
  ...Object.fromEntries(
    spacings.flatMap((name) => [
      [name, sides.map((side) => `${name}${side}`)],
      [`${name}x`, [`${name}r`, `${name}l`]],
      [`${name}y`, [`${name}t`, `${name}b`]],
    ]),
  ),
}
