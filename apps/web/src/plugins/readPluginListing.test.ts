import { describe, expect, it } from 'vitest'
import { readPluginListing } from './fetchPluginUrls.ts'

const list = 'https://studio.test/app/plugins/plugins.json'

describe('the list of plugins beside the app', () => {
  it('names modules relative to itself', () => {
    expect(readPluginListing('["shout.js", "more/whisper.js"]', list).urls).toEqual([
      'https://studio.test/app/plugins/shout.js',
      'https://studio.test/app/plugins/more/whisper.js',
    ])
  })

  it('refuses modules of another origin, and says so', () => {
    const { urls, problems } = readPluginListing(
      '["https://evil.test/x.js", "//evil.test/y.js", "data:text/javascript,1"]',
      list,
    )
    expect(urls).toEqual([])
    expect(problems).toHaveLength(3)
  })

  it('is none where a server answers with a page', () => {
    expect(readPluginListing('<!doctype html><title>App</title>', list)).toEqual({ urls: [], problems: [] })
  })

  it.each(['{', '{"a": 1}', '[1]'])('says that %s is no list', (text) => {
    expect(readPluginListing(text, list)).toMatchObject({
      urls: [],
      problems: [expect.stringContaining('plugins.json')],
    })
  })
})
