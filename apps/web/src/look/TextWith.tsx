import { Fragment, type ReactNode } from 'react'

interface TextWithProps {
  /** A whole sentence in the language of the page, with names in braces. */
  readonly text: string
  /** How what is named is drawn. */
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A sentence with parts that are drawn in a way of their own, wherever its language puts them. */
export function TextWith({ text, parts }: TextWithProps) {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece]}</Fragment>))
}
