import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { cspPlugin } from './build/cspPlugin.ts'
import { d3WithoutColor } from './build/d3WithoutColor.ts'
import { offlinePlugin } from './build/offlinePlugin.ts'
import { onnxOnCpu } from './build/onnxOnCpu.ts'
import { pluginApiPlugin } from './build/pluginApiPlugin.ts'
import { zodJsonSchemaLater } from './build/zodJsonSchemaLater.ts'
import { zodWithoutEval } from './build/zodWithoutEval.ts'

// The editor must be usable before the engine is there: libraries of the shell get chunks of their own, and nothing
// here may pull the engine in (it is reached by dynamic import only, in the worker).
export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    zodWithoutEval(),
    zodJsonSchemaLater(),
    d3WithoutColor(),
    onnxOnCpu(),
    cspPlugin(),
    pluginApiPlugin(),
    offlinePlugin(),
  ],
  resolve: { conditions: ['@petal/source', ...defaultClientConditions] },
  // Bundled ahead of time it would ask for its runtime beside the bundle.
  optimizeDeps: { exclude: ['@huggingface/transformers'] },
  worker: { format: 'es', plugins: () => [zodWithoutEval(), onnxOnCpu()] },
  build: {
    target: 'es2023',
    sourcemap: true,
    // Every browser that runs the rest knows it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Libraries call these at module level; what they make has no effect until it is drawn, so it may be left out.
      treeshake: { manualPureFunctions: ['memo', 'forwardRef', 'createContext'] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            { name: 'flow', test: /node_modules\/(@xyflow|d3-[a-z]+)\//, priority: 20 },
            // All that the first paint needs in one piece: in the pieces that later parts share with it, it would take
            // forty requests more.
            { name: 'first', tags: ['$initial'], priority: 10 },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
})
