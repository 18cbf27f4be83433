import { expect, test } from 'vitest'
import type { Json } from '../../json/Json.ts'
import { findHttpProblems } from './findHttpProblems.ts'
import { httpSchema } from './httpSchema.ts'
import { listHosts } from './listHosts.ts'

type Settings = Readonly<Record<string, Json>>
const url = 'https://a.example/x'

test.each<[Settings, readonly string[]]>([
  [{ url }, []],
  [{ url: '{base}/x' }, []],
  [{}, ['error config.url']],
  [{ url: 'a.example' }, ['error config.url']],
  [{ url, headers: [{ name: '', value: 'x' }] }, ['error config.headers[0].name']],
  [{ url, headers: [{ name: 'Cookie', value: 'x' }] }, ['warning config.headers[0].name']],
  [
    { url, headers: [{ name: 'Authorization', value: 'Bearer abcdefghijklmnop' }] },
    ['warning config.headers[0].value'],
  ],
  [{ url, headers: [{ name: 'Authorization', value: '{token}' }] }, []],
  [{ url, key: {} }, ['error config.key.keyRef']],
  [{ url: 'https://{region}.a.example', key: { keyRef: 'k' } }, ['error config.url']],
  [{ url, key: { keyRef: 'k' }, followRedirects: true }, ['warning config.followRedirects']],
  [{ url, saves: [{ path: 'a..b' }] }, ['error config.saves[0].field', 'error config.saves[0].path']],
  [{ url, saves: [{ part: 'header', field: 'f' }] }, ['error config.saves[0].path']],
])('%o', (settings, expected) => {
  const problems = findHttpProblems(httpSchema.parse(settings))
  expect(problems.map(({ severity, path }) => `${severity} ${path}`)).toEqual(expected)
})

test.each<[Settings, Json]>([
  [{}, []],
  [{ url }, [{ host: 'a.example' }]],
  [{ url: 'http://localhost:8080/{path}' }, [{ host: 'localhost:8080' }]],
  [{ url, key: { keyRef: 'k' } }, [{ host: 'a.example', keyRef: 'k', needsKey: 'required' }]],
  [{ url: 'https://{region}.a.example/' }, [{ from: 'https://{region}.a.example/' }]],
  [{ url: 'https://a.example{rest}' }, [{ from: 'https://a.example{rest}' }]],
  [{ url: '{base}/x' }, [{ from: '{base}/x' }]],
  [{ url, followRedirects: true }, [{ host: 'a.example' }, { from: 'a redirect of a.example' }]],
])('%o asks', (settings, expected) => {
  expect(listHosts(httpSchema.parse(settings))).toEqual(expected)
})
