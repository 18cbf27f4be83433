import type { BrowserContext } from '@playwright/test'

/** Answers for Hugging Face with the files of one model. */
export class HuggingFaceFake {
  /** The files asked for. */
  readonly visits: string[] = []

  /** Answers from now on, whoever in the browser asks. */
  async install(context: BrowserContext, files: Readonly<Record<string, Buffer>>): Promise<this> {
    await context.route('https://huggingface.co/**', async (route) => {
      const path = new URL(route.request().url()).pathname
      const name = path.replace(/^.*\/resolve\/main\//, '')
      this.visits.push(name)
      const body = files[name]
      const cors = { 'access-control-allow-origin': '*' }
      if (body === undefined) return route.fulfill({ status: 404, headers: cors })
      await route.fulfill({ body, headers: { ...cors, 'content-length': String(body.length) } })
    })
    return this
  }
}
