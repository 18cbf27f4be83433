import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const installed = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const isRoot = platform() === 'linux' && process.getuid?.() === 0
const args = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses to start its own sandbox as root.
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** Components are tested in a real browser, with the real stylesheet. */
export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['@petal/source', ...defaultClientConditions] },
  // All at once, so that no dependency found late makes the browser load a second React.
  optimizeDeps: {
    include: ['clsx', 'lucide-react', 'radix-ui', 'react', 'react-dom', 'react-dom/client', 'react-hook-form'].concat([
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'sonner',
      'tailwind-merge',
      'vitest-browser-react',
    ]),
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'gallery/**/*.test.tsx'],
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
    setupFiles: ['./vitest.setup.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { args, ...(existsSync(installed) ? { executablePath: installed } : {}) },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 900, height: 900 } }],
    },
  },
})
