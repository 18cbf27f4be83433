import { RunView } from '../pages/RunView.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const question = 'Why is the sky blue?'

test('a newcomer opens the page, runs the example and reads the answer', async ({ studio }) => {
  await studio.open()
  await studio.runToEnd()
  await expect(studio.runPanel.getByRole('article').first()).toContainText(/\w+/)
})

test('drag, connect, edit, run, export, import into an empty studio, run again: the same result', async ({
  studio,
  browser,
}) => {
  await studio.open()
  await studio.newAgent()
  await studio.dragFromPalette('Ask a model', { x: 0.45, y: 0.25 })
  await studio.write('Prompt', 'Explain in one sentence: {question}')
  await studio.dragFromPalette('Ask a model', { x: 0.45, y: 0.55 })
  await studio.write('Prompt', 'Say it for a child: {question}')
  await studio.dragFromPalette('Output', { x: 0.45, y: 0.85 })
  await studio.write('Text', 'You asked: {question}')
  const [first, second, output] = [studio.card('llm'), studio.card('llm-2'), studio.card('output')]
  await studio.connect(studio.startCard, first)
  await studio.connect(first, second)
  await studio.connect(second, output)
  await expect(studio.wires).toHaveCount(4)

  await studio.giveInput('question', question)
  await studio.runToEnd()
  const answers = await readAnswers(studio)
  expect(answers).toHaveLength(3)
  expect(answers.at(-1)).toContain(`You asked: ${question}`)

  const { name, text } = await studio.exportFile()
  expect(name).toMatch(/\.agent\.json$/)

  const other = await browser.newContext()
  const page = await other.newPage()
  const again = new StudioPage(page)
  await again.open()
  await again.importFile(name, text)
  await again.giveInput('question', question)
  await again.run()
  // An agent that came from a file asks before its first run.
  await new RunView(page).allow()
  await again.expectRun('Done')
  expect(await readAnswers(again)).toEqual(answers)
  expect((await again.exportFile()).text).toBe(text)
  await other.close()
})

/** What each step said, without its heading: that has the duration, which differs from run to run. */
async function readAnswers(studio: StudioPage): Promise<string[]> {
  const articles = await studio.runPanel.getByRole('article').all()
  return Promise.all(
    articles.map(async (article) => {
      const heading = await article.getByRole('button').first().textContent()
      return ((await article.textContent()) ?? '').replace(heading ?? '', '')
    }),
  )
}
