/** The languages that the editors know. */
export type EditorLanguage = 'template' | 'expression' | 'javascript' | 'json'
