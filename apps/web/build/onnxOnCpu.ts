import type { Plugin } from 'vite'

const WITH_GPU = 'onnxruntime-web/webgpu'
const ON_CPU = 'onnxruntime-web/wasm'

/**
 * Gives Transformers.js the runtime for the CPU only. The one it asks for can use the graphics card too and is twice as
 * large; here the graphics card is WebLLM's.
 */
export function onnxOnCpu(): Plugin {
  return {
    name: 'petal-onnx-on-cpu',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === WITH_GPU ? this.resolve(ON_CPU, importer, { skipSelf: true }) : undefined
    },
  }
}
