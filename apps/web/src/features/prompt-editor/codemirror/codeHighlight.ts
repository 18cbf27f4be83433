import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'

/** The colours of code, in the app's tokens. */
export const codeHighlight = syntaxHighlighting(
  HighlightStyle.define([
    {
      tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword],
      color: 'var(--color-human)',
    },
    { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--color-output)' },
    { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--color-tool)' },
    { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--color-code)' },
    { tag: [tags.propertyName], color: 'var(--color-data)' },
    { tag: [tags.comment], color: 'var(--color-ink-faint)', fontStyle: 'italic' },
    { tag: [tags.invalid], color: 'var(--color-danger)' },
  ]),
)
