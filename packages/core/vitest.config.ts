import { existsSync } from 'node:fs'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const testFiles = ['src/**/*.test.ts']

/**
 * For one test, and for what is done before and after it, in milliseconds: generous, because property tests and whatever
 * loads an engine or a client share a slow machine with a browser and coverage.
 */
const testTimeout = 60_000
const hookTimeout = testTimeout

/** An installed Chromium when there is one; otherwise the one Playwright downloaded. */
function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path))
}

const executablePath = findChromium()

/**
 * Packages to bundle before the browser starts: one that Vite meets only on the way makes it reload the page in the
 * middle of a test.
 */
const browserPackages = [
  '@cfworker/json-schema',
  '@langchain/anthropic',
  '@langchain/core/messages',
  '@langchain/core/runnables',
  '@langchain/core/singletons',
  '@langchain/core/utils/testing',
  '@langchain/google-genai',
  '@langchain/langgraph',
  '@langchain/langgraph-checkpoint',
  '@langchain/langgraph-checkpoint-validation',
  '@langchain/ollama',
  '@langchain/openai',
  'fast-check',
  'idb',
  'quickjs-emscripten-core',
  'zod',
]

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/unit.json' },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/*.test-d.ts', 'src/platform/web.ts', 'src/sandbox/**/*.worker.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 95, branches: 90 },
    },
    projects: [
      {
        ssr: { resolve: { conditions: ['@petal/source', ...defaultServerConditions] } },
        resolve: { conditions: ['@petal/source', ...defaultServerConditions] },
        test: { name: 'node', environment: 'node', include: testFiles, testTimeout, hookTimeout },
      },
      {
        resolve: { conditions: ['@petal/source', ...defaultClientConditions] },
        optimizeDeps: { include: browserPackages },
        test: {
          name: 'browser',
          testTimeout,
          hookTimeout,
          include: testFiles,
          exclude: ['src/**/*.node.test.ts', 'node_modules/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
