import { EditorView } from '@codemirror/view'

/** The look of every editor, in the app's own tokens, so that it follows the theme. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--color-ink)', backgroundColor: 'transparent', fontSize: 'var(--text-base)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--color-accent)' },
  '.cm-line': { padding: '0 8px' },
  '.cm-placeholder': { color: 'var(--color-ink-faint)' },
  '.cm-var': {
    color: 'var(--color-model)',
    backgroundColor: 'var(--color-model-soft)',
    borderRadius: '4px',
    padding: '1px 0',
    boxShadow: '0 0 0 1px var(--color-model-soft)',
  },
  '.cm-var-unknown': {
    color: 'var(--color-danger)',
    backgroundColor: 'var(--color-danger-soft)',
    boxShadow: '0 0 0 1px var(--color-danger-soft)',
  },
  '.cm-escape': { color: 'var(--color-ink-faint)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--color-danger) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-active': { backgroundColor: 'var(--color-danger-soft)' },
  '.cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--color-pressed)',
    color: 'inherit',
  },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--color-ink-disabled)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 8px', minWidth: '24px' },
})

/** The look of what editors open: completions, values, problems. */
export const tooltipTheme = EditorView.theme({
  '.cm-tooltip': {
    zIndex: '60',
    border: 'none',
    borderRadius: 'var(--radius-lg)',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    boxShadow: 'var(--shadow-lg)',
    fontSize: 'var(--text-base)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    maxHeight: '240px',
    minWidth: '200px',
    padding: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '28px',
    padding: '4px 8px',
    borderRadius: 'var(--radius-md)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--color-hover)',
    color: 'var(--color-ink)',
  },
  '.cm-completionLabel': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-sm)' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--color-accent)', fontWeight: '600' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    fontStyle: 'normal',
    fontSize: 'var(--text-sm)',
    color: 'var(--color-ink-faint)',
  },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 10px', maxWidth: '260px' },
  // A value is only looked at: a click goes through to the text. A problem has buttons.
  '.cm-tooltip.cm-tooltip-hover': { padding: '0', maxWidth: '320px', pointerEvents: 'none' },
  '.cm-value': { padding: '8px 10px', display: 'flex', flexDirection: 'column', gap: '4px' },
  '.cm-completionInfo .cm-value': { padding: '0' },
  '.cm-value-head': { display: 'flex', gap: '8px', alignItems: 'baseline' },
  '.cm-value-name': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-sm)', fontWeight: '600' },
  '.cm-value-type, .cm-value-note': { fontSize: 'var(--text-sm)', color: 'var(--color-ink-faint)' },
  '.cm-value-text': {
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--text-sm)',
    lineHeight: '16px',
    maxHeight: '128px',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    color: 'var(--color-ink-soft)',
  },
  '.cm-diagnostic': {
    pointerEvents: 'auto',
    border: 'none',
    padding: '8px 10px',
    whiteSpace: 'normal',
    maxWidth: '320px',
  },
  '.cm-diagnosticText': { display: 'block' },
  '.cm-diagnosticAction': {
    margin: '6px 6px 0 0',
    padding: '2px 8px',
    borderRadius: 'var(--radius-sm)',
    backgroundColor: 'var(--color-accent-solid)',
    color: 'var(--color-accent-ink)',
    fontFamily: 'inherit',
    fontSize: 'var(--text-sm)',
    fontWeight: '500',
  },
})
