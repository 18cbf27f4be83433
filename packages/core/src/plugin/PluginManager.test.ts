import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createHandlerChain } from '../handlers/createHandlerChain.ts'
import { StepRegistry } from '../registry/StepRegistry.ts'
import { defineStep } from '../step/defineStep.ts'
import { StepPlugin } from '../step/StepPlugin.ts'
import { StepStrategy } from '../step/StepStrategy.ts'
import { PluginManager } from './PluginManager.ts'

const pluginCalled = (name: string) =>
  defineStep({
    name,
    version: 1,
    title: name,
    description: '',
    category: 'other',
    icon: 'puzzle',
    schema: z.object({ text: z.string().default('') }),
    summarize: () => name,
    run: (_state, { config }) => ({ said: config.text }),
  })

class Echo extends StepStrategy<{ text: string }> {
  createStep({ text }: { text: string }) {
    return () => ({ said: text })
  }
  getNodeName(index: number) {
    return `echo_${index}`
  }
}

class EchoPlugin extends StepPlugin<{ text: string }> {
  getName() {
    return 'echo'
  }
  getStrategy() {
    return Echo
  }
  getConfigSchema() {
    return z.object({ text: z.string() })
  }
}

describe('registering', () => {
  test('enters a plugin, and its strategy in the registry', () => {
    const registry = new StepRegistry()
    const manager = new PluginManager(registry)
    const plugin = pluginCalled('shout')
    manager.register(plugin)
    expect(manager.getPlugin('shout')).toBe(plugin)
    expect(registry.describe('shout')).toBe(plugin.definition)
  })

  test('a plugin written by hand brings its schema with it', () => {
    const registry = new StepRegistry()
    new PluginManager(registry).register(new EchoPlugin())
    expect(registry.getStrategy('echo')).toBeInstanceOf(Echo)
    expect(createHandlerChain(registry).resolve('echo', {})?.problems).toMatchObject([
      { path: 'config.text', message: 'Text is missing: give text.' },
    ])
  })

  test('without a registry keeps the plugins only', () => {
    const manager = new PluginManager()
    manager.register(new EchoPlugin())
    expect(manager.list()).toEqual(['echo'])
  })

  test('replaces a name that is taken', () => {
    const manager = new PluginManager()
    const second = pluginCalled('echo')
    manager.register(new EchoPlugin())
    manager.register(second)
    expect(manager.getPlugin('echo')).toBe(second)
    expect(manager.list()).toEqual(['echo'])
  })

  test.each([null, 'echo', {}, EchoPlugin])('refuses %s', (value) => {
    // What a caller in JavaScript may hand over.
    expect(() => new PluginManager().register(value as never)).toThrow('Only a plugin can be registered')
  })

  test('a plugin whose strategy is refused is not kept either', () => {
    class Broken extends EchoPlugin {
      override getStrategy() {
        return class {} as unknown as typeof Echo
      }
    }
    const manager = new PluginManager(new StepRegistry())
    expect(() => manager.register(new Broken())).toThrow("Step type 'echo' cannot be registered")
    expect(manager.list()).toEqual([])
  })

  test('an unknown name says so, and which there are', () => {
    const manager = new PluginManager()
    manager.register(new EchoPlugin())
    expect(() => manager.getPlugin('eco')).toThrow(
      expect.objectContaining({ message: 'Plugin not found: eco', detail: { available: ['echo'] } }),
    )
  })

  test('the list is a copy', () => {
    const manager = new PluginManager()
    manager.list().push('smuggled')
    expect(manager.list()).toEqual([])
  })

  test('many at once all arrive', async () => {
    const registry = new StepRegistry()
    const manager = new PluginManager(registry)
    const batches = Array.from({ length: 10 }, (_, batch) =>
      manager.discover({
        PLUGINS: Array.from({ length: 100 }, (_, index) => pluginCalled(`p-${batch}-${index}`)),
      }),
    )
    const reports = await Promise.all(batches)
    expect(reports.flatMap(({ found }) => found)).toHaveLength(1000)
    expect(new Set(manager.list())).toEqual(new Set(registry.list()))
    expect(registry.getStrategy('p-9-99').getNodeName(0)).toBe('p-9-99_step_0')
  })
})

describe('discovering', () => {
  const shout = pluginCalled('shout')

  test('a module with a list', async () => {
    const registry = new StepRegistry()
    const report = await new PluginManager(registry).discover({ PLUGINS: [shout, new EchoPlugin()] })
    expect(report).toEqual({
      found: [
        { name: 'shout', source: 'module' },
        { name: 'echo', source: 'module' },
      ],
      skipped: [],
      problems: [],
    })
    expect(registry.list()).toEqual(['shout', 'echo'])
  })

  test('passes over what is no plugin, and says why', async () => {
    const PLUGINS = ['text', 42, null, undefined, {}, [], EchoPlugin, shout]
    const { found, skipped } = await new PluginManager().discover({ PLUGINS })
    expect(found).toEqual([{ name: 'shout', source: 'module' }])
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'PLUGINS[0] is no plugin but a string.',
      'PLUGINS[1] is no plugin but a number.',
      'PLUGINS[2] is no plugin but null.',
      'PLUGINS[3] is no plugin but undefined.',
      'PLUGINS[4] is no plugin but an object without getName, getStrategy and getConfigSchema.',
      'PLUGINS[5] is no plugin but a list.',
      'PLUGINS[6] is no plugin but a class or function: list an instance.',
    ])
  })

  test('a record of lazy and loaded modules; one that fails does not keep the others out', async () => {
    const report = await new PluginManager().discover({
      './shout.ts': async () => ({ PLUGINS: [shout] }),
      './echo.ts': { PLUGINS: [new EchoPlugin()] },
      './none.ts': async () => ({ other: 1 }),
      './wrong.ts': async () => ({ PLUGINS: 'shout' }),
      './empty.ts': async () => undefined,
      './broken.ts': async () => {
        throw new Error('Unexpected token')
      },
      './odd.ts': async () => {
        throw 'a text'
      },
    })
    expect(report.found).toEqual([
      { name: 'shout', source: './shout.ts' },
      { name: 'echo', source: './echo.ts' },
    ])
    expect(report.skipped).toEqual([
      { source: './empty.ts', reason: 'It is no module.' },
      { source: './none.ts', reason: 'It has no PLUGINS list.' },
      { source: './wrong.ts', reason: 'Its PLUGINS is no list.' },
    ])
    expect(report.problems.map(({ message }) => message)).toEqual([
      'The module ./broken.ts could not be loaded: Unexpected token',
      'The module ./odd.ts could not be loaded: a text',
    ])
  })

  test('a plugin that cannot be registered is a problem, and the next one is tried', async () => {
    const broken = {
      getName: () => 'broken',
      getStrategy: () => {
        throw new Error('no strategy today')
      },
      getConfigSchema: () => z.object({}),
    }
    const { found, problems } = await new PluginManager().discover({ PLUGINS: [broken, shout] })
    expect(found).toEqual([{ name: 'shout', source: 'module' }])
    expect(problems).toMatchObject([{ code: 'build.plugin', message: expect.stringContaining('no strategy today') }])
  })

  test('nothing of a module without a list is called', async () => {
    let calls = 0
    const module = Object.assign(Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } }), {
      install: () => {
        calls += 1
      },
    })
    const { skipped } = await new PluginManager().discover(module)
    expect(skipped).toEqual([{ source: 'module', reason: 'It has no PLUGINS list.' }])
    expect(calls).toBe(0)
  })

  test.runIf('document' in globalThis).each(['a-package', './folder'])(
    'in a browser nothing can be found by name: %s',
    async (source) => {
      const { found, problems } = await new PluginManager().discover(source)
      expect(found).toEqual([])
      expect(problems).toMatchObject([{ code: 'code.unavailable', message: expect.stringContaining(source) }])
    },
  )

  test.each([null, 42, undefined])('%s is no source', async (source) => {
    // What a caller in JavaScript may hand over.
    const { problems } = await new PluginManager().discover(source as never)
    expect(problems).toMatchObject([{ message: `Plugins cannot be looked for in ${String(source)}.` }])
  })
})
