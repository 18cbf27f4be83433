import { env, InterruptableStoppingCriteria, ModelRegistry, pipeline, TextStreamer } from '@huggingface/transformers'

/** Transformers.js, with its WebAssembly from this app and not from a server of others. */
export function loadTransformers() {
  const { wasm } = env.backends.onnx
  if (wasm !== undefined) {
    // Without paths the runtime takes the file that was built into the app.
    Reflect.deleteProperty(wasm, 'wasmPaths')
    wasm.numThreads = 1
  }
  // It would run the runtime from a blob, which the page's policy forbids.
  env.useWasmCache = false
  env.allowLocalModels = false
  return { env, InterruptableStoppingCriteria, ModelRegistry, pipeline, TextStreamer }
}
