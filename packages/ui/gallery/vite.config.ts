import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** The component gallery: every component and every kind of field on one page, in both themes. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['@petal/source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', port: 7400, strictPort: true },
})
