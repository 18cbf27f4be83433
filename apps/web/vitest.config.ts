import react from '@vitejs/plugin-react'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Most of the editor is plain data and needs no page. What does stands in the second project, or says so in its first
// line: `// @vitest-environment jsdom`.
const inPage = ['src/**/*.test.tsx', 'src/storage/**/*.test.ts']

/** For one test, and for what prepares it, in milliseconds: generous, because two busy cores run it all. */
const testTimeout = 60_000

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@petal/source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['@petal/source', ...defaultServerConditions] } },
  test: {
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
    testTimeout,
    hookTimeout: testTimeout,
    projects: [
      {
        extends: true,
        test: { name: 'plain', environment: 'node', include: ['src/**/*.test.ts'], exclude: inPage },
      },
      { extends: true, test: { name: 'page', environment: 'jsdom', include: inPage } },
    ],
  },
})
