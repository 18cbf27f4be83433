import { t } from '@petal/ui/language'
import './markdown.css'
import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { remarkHtmlAsText } from './remarkHtmlAsText.ts'
import { hostOfLink, safeUrl } from './safeUrl.ts'

/** A text as markdown that can do nothing: no pictures, no HTML, links that show where they lead. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="answer-markdown">
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkHtmlAsText]}
        rehypePlugins={[rehypeSanitize]}
        urlTransform={(url) => safeUrl(url) ?? ''}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}

const components: Components = {
  a: SafeLink,
  img: ({ alt }) => (
    <span className="text-ink-faint italic">{t('[picture: {value}]', { value: alt || t('no description') })}</span>
  ),
}

/** The host stands beside the words, unless the words are the address itself. */
function SafeLink({ href, children }: ComponentProps<'a'>) {
  const host = hostOfLink(href)
  if (host === undefined) return <span>{children}</span>
  const named = typeof children === 'string' && children.includes(host)
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline underline-offset-2"
    >
      {children}
      {named ? null : <span className="text-ink-faint no-underline"> ({host})</span>}
    </a>
  )
}
