import { defineConfig } from '@playwright/test'

// Another port and another folder of the built app, so that several people can test on one machine.
const port = Number(process.env.PETAL_PORT ?? 4190)
const executablePath = process.env.CHROMIUM_PATH
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Generous: two cores run the browser, the page and its workers. A test that hangs still ends.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Another try is counted and told by name; it is there so that one slow moment does not hide every other result.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    // A worker that answers for the network would stand between a test and what it asks of it; its own test lets it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `node ../scripts/serve-built.mjs ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
