/** Who may import whom. Each rule's comment says where the code should go instead. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const tests = '\\.(test|test-d)\\.tsx?$|/testing/'

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Move what both need into a third file.', {}, { circular: true }),
    forbid(
      'core-imports-nothing-of-ours',
      'packages/core is the bottom layer.',
      { path: '^packages/core' },
      { path: '^(apps|packages/ui)' },
    ),
    forbid(
      'ui-imports-core-only',
      'packages/ui knows nothing of the app.',
      { path: '^packages/ui' },
      { path: '^apps' },
    ),
    forbid(
      'core-knows-no-react',
      'React belongs in packages/ui and apps/web.',
      { path: '^packages/core' },
      { path: 'node_modules/(react|react-dom|@xyflow)/' },
    ),
    forbid(
      'one-door-to-langgraph',
      'LangGraph is spoken to in the director and the checkpointers.',
      { path: '^(apps|packages)', pathNot: `^packages/core/src/(director|checkpoint)/|${tests}` },
      { path: 'node_modules/@langchain/langgraph' },
    ),
    forbid(
      'one-door-to-providers',
      'LangChain model classes live in packages/core/src/providers.',
      { path: '^(apps|packages)', pathNot: `^packages/core/src/(providers|director|checkpoint)/|${tests}` },
      { path: 'node_modules/@langchain/' },
    ),
    forbid(
      'one-door-to-react-flow',
      'React Flow is spoken to in features/canvas.',
      { path: '^(apps|packages)', pathNot: '^apps/web/src/features/canvas/' },
      { path: 'node_modules/@xyflow' },
    ),
    forbid(
      'one-door-to-react-hook-form',
      'react-hook-form is spoken to in packages/ui/src/schema-form.',
      { path: '^(apps|packages)', pathNot: '^packages/ui/src/schema-form/' },
      { path: 'node_modules/react-hook-form' },
    ),
    forbid(
      'one-door-to-i18next',
      'i18next is spoken to in apps/web/src/language.',
      { path: '^(apps|packages)', pathNot: '^apps/web/src/language/' },
      { path: 'node_modules/i18next' },
    ),
    forbid(
      'one-door-to-quickjs',
      'QuickJS is spoken to in packages/core/src/sandbox.',
      { path: '^(apps|packages)', pathNot: '^packages/core/src/(sandbox|platform)/' },
      { path: 'node_modules/(quickjs-emscripten-core|@jitl)' },
    ),
    forbid(
      'one-door-to-page-models',
      'WebLLM and Transformers.js are spoken to in apps/web/src/page-models.',
      { path: '^(apps|packages)', pathNot: '^apps/web/src/page-models/' },
      { path: 'node_modules/(@mlc-ai|@huggingface)' },
    ),
    forbid(
      'steps-are-islands',
      'Steps use the contract, the languages and their context; never each other or the registry.',
      { path: '^packages/core/src/steps/([^/]+)/', pathNot: tests },
      {
        path: '^packages/core/src/(registry|director|builder|providers|sandbox|plugin)/|^packages/core/src/steps/(?!$1/)[^/]+/',
      },
    ),
    forbid(
      'features-are-islands',
      'Features meet in editor/ (shared state) or app/ (layout).',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/(?!$1/)[^/]+/' },
    ),
    forbid(
      'editor-knows-no-react',
      'Shared state is plain; React binds to it in app/ and features/.',
      { path: '^apps/web/src/editor/', pathNot: `\\.tsx$|/use[A-Z][^/]*\\.ts$|${tests}` },
      { path: 'node_modules/react/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|\\.test\\.tsx?$|\\.test-d\\.ts$' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['@petal/source', 'import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
