import type { Locator, Page } from '@playwright/test'

/** A file as a test gives it. */
export interface TestFile {
  readonly name: string
  readonly content: Buffer | string
}

/** The documents of the selected step. */
export class DocumentsView {
  readonly page: Page
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'Side panel' })
  }

  get rows(): Locator {
    return this.panel.getByRole('list', { name: 'Documents' }).getByRole('listitem')
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name })
  }

  get hits(): Locator {
    return this.panel.getByRole('list', { name: 'Passages found' }).getByRole('listitem')
  }

  async addFiles(...files: readonly TestFile[]): Promise<void> {
    await this.panel
      .getByLabel('Document files')
      .setInputFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })))
  }

  async addText(name: string, text: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Add text' }).click()
    await this.panel.getByLabel('Name of the text').fill(name)
    await this.panel.getByLabel('Text of the document').fill(text)
    await this.panel.getByRole('button', { name: 'Add', exact: true }).click()
  }

  async try(query: string): Promise<void> {
    const box = this.panel.getByLabel('Query to try')
    if (!(await box.isVisible())) await this.panel.getByRole('button', { name: 'Try a query' }).click()
    await box.fill(query)
    await this.panel.getByRole('button', { name: 'Search', exact: true }).click()
  }

  /** How many indexes this browser keeps, and how many texts. */
  kept(): Promise<{ readonly indexes: number; readonly texts: number }> {
    return this.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('petal-studio-documents')
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      const count = (name: string) =>
        new Promise<number>((resolve, reject) => {
          const counting = database.transaction(name).objectStore(name).count()
          counting.onsuccess = () => resolve(counting.result)
          counting.onerror = () => reject(counting.error)
        })
      const [indexes, texts] = [await count('indexes'), await count('texts')]
      database.close()
      return { indexes, texts }
    })
  }
}
