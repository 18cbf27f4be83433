/** A worked example, as its file. */
export interface ExampleFile {
  /** The file's name without `.agent.json`: `greeter`. */
  readonly name: string
  readonly text: string
}

/** Every worked example that comes with the app, sorted by name. Fetched when first asked for. */
export async function loadExamples(): Promise<readonly ExampleFile[]> {
  const { exampleTexts } = await import('./exampleTexts.ts')
  return Object.entries(exampleTexts)
    .map(([path, text]) => ({ name: path.replace(/^.*\/|\.agent\.json$/g, ''), text }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
