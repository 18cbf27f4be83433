import { Fragment, type ReactNode } from 'react'

interface TextWithProps {
  /** A whole sentence in the language of the page, with names in braces. */
  readonly text: string
  /** How what is named is drawn. */
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A sentence with parts that are drawn in a way of their own, wherever its language puts them. */
export function TextWith({ text, parts }: TextWithProps) {
  const pieces = text.split(/\{(\w+)\}/).map((piece, index) => ({ piece, place: `${index} ${piece}` }))
  // A sentence may name a part twice.
  return pieces.map(({ piece, place }, index) =>
    index % 2 === 0 ? piece : <Fragment key={place}>{parts[piece]}</Fragment>,
  )
}
