import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Files and folders of this computer. What the browser's own pickers would give stands in the page's private file
 * system: its handles are real ones, and no window of the system opens.
 */
export class FilesView {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** To be called before the page is opened: every picker gives `name`, or the name that is suggested. */
  async answerPickers(name: string): Promise<void> {
    await this.page.addInitScript((given) => {
      const root = () => navigator.storage.getDirectory()
      Object.assign(window, {
        showOpenFilePicker: async () => [await (await root()).getFileHandle(given)],
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
          (await root()).getFileHandle(suggestedName, { create: true }),
        showDirectoryPicker: async () => (await root()).getDirectoryHandle(given, { create: true }),
      })
    }, name)
  }

  /** To be called before the page is opened: a browser without the API. */
  async takePickersAway(): Promise<void> {
    await this.page.addInitScript(() => {
      for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
        Reflect.deleteProperty(window, name)
        Reflect.deleteProperty(Window.prototype, name)
      }
    })
  }

  /** From the next visit on the browser wants the person to be asked for files and folders, and they agree. */
  async forgetPermissions(): Promise<void> {
    await this.page.addInitScript(() => {
      let answer: PermissionState = 'prompt'
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => answer,
        requestPermission: async () => {
          answer = 'granted'
          return answer
        },
      })
    })
  }

  /** What another program writes. */
  async write(path: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ([at, content]) => {
        const names = (at ?? '').split('/')
        let folder = await navigator.storage.getDirectory()
        for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true })
        const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true })
        const writable = await file.createWritable()
        await writable.write(content ?? '')
        await writable.close()
      },
      [path, text],
    )
  }

  async read(path: string): Promise<string> {
    return this.page.evaluate(async (at) => {
      const names = at.split('/')
      let folder = await navigator.storage.getDirectory()
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name)
      const file = await folder.getFileHandle(names.at(-1) ?? '')
      return (await file.getFile()).text()
    }, path)
  }

  /** The person comes back to the page from another program. */
  async comeBack(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  }

  async runCommand(words: 'Open a file' | 'Open a folder of agents'): Promise<void> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await this.page.keyboard.press('ControlOrMeta+k')
    const palette = this.page.getByRole('dialog', { name: 'Find a command' })
    await palette.getByRole('combobox').fill(words)
    await palette.getByRole('option', { name: words }).click()
  }

  /** Says that the file holds what is on screen. */
  saved(name: string): Locator {
    return this.page.getByRole('button', { name: `Saved to ${name}`, exact: true })
  }

  /** Says that it does not. */
  unsaved(name: string): Locator {
    return this.page.getByRole('button', { name: `Save to ${name}`, exact: true })
  }

  get changedDialog(): Locator {
    return this.page.getByRole('dialog', { name: /has changed$/ })
  }

  async rename(name: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: 'Agent name' })
    await box.fill(name)
    await box.press('Enter')
    await expect(box).toHaveValue(name)
  }

  async openLibraryTab(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Open the library' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Library' })
    await dialog.getByRole('tab', { name }).click()
    return dialog
  }
}
