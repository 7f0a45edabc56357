import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isFrameworkScript } from './inline-scripts'
import { baseHeaders, filePolicy, inlineScripts, pagePolicy } from './security-headers'

const payload = 'self.__next_f.push([1,"0:[\\"$\\",\\"main\\"]\\n"])'
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const directive = (policy: string, name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))

describe('scripts of the framework', () => {
  test.each([
    '(self.__next_f=self.__next_f||[]).push([0])',
    '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,[{"turn":1},"key","id",1]])',
    payload,
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[1]});',
    'requestAnimationFrame(function(){$RT=performance.now()});',
    '$RC("B:0","S:0")',
    '$RR("B:0","S:0",[["/_next/a.css","style"]])',
    '$RX=function(b,c,d,e,f){var a=document.getElementById(b);a&&(b=a.previousSibling,b.data="$!",a=a.dataset,null!=c&&(a.dgst=c),d&&(a.msg=d),e&&(a.stck=e),f&&(a.cstck=f),b._reactRetry&&b._reactRetry())};;$RX("B:0","1769734829")',
  ])('%s is recognised', (text) => {
    expect(isFrameworkScript(text)).toBe(true)
  })

  test.each([
    'alert(1)',
    'self.__next_f.push([1,"x"]);alert(1)',
    '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,alert(1)])',
    'self.__next_f.push([1,alert(1)])',
    '$RC("B:0","S:0");alert(1)',
    '$RC("B:0",alert(1))',
    '$RX=function(b){alert(1)};$RX("B:0")',
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[fetch("/")]});',
    'requestAnimationFrame(function(){alert(1)});',
  ])('%s is not', (text) => {
    expect(isFrameworkScript(text)).toBe(false)
  })
})

describe('the policy of a page', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('names each inline script of the framework by its hash and no other', () => {
    const html = `<script src="/a.js" async=""></script><script>${payload}</script><p><script>alert(1)</script>`
    expect(directive(pagePolicy(html), 'script-src')).toBe(`script-src 'self' ${hashOf(payload)}`)
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('alert(1)'))
  })

  test('never allows inline scripts, eval, plugins, frames around it or another base', () => {
    const policy = pagePolicy(`<script>${payload}</script>`)
    expect(directive(policy, 'script-src')).not.toMatch(/unsafe/)
    for (const part of ["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy.split('; ')).toContain(part)
  })

  test('scripts are found with any attributes, data blocks are not scripts', () => {
    expect(
      inlineScripts('<SCRIPT id="_R_">a</SCRIPT><script type="application/ld+json">{}</script><script\n>b</script >'),
    ).toEqual(['a', 'b'])
  })

  test('a picture that is opened by itself runs nothing', () => {
    expect(filePolicy('image/svg+xml')).toMatch(/default-src 'none'.*sandbox/)
    expect(filePolicy('application/pdf')).not.toMatch(/sandbox/)
  })

  test('browsers are told to stay on https only where the public address is https', () => {
    expect(baseHeaders('https://entente.example')['strict-transport-security']).toMatch(/max-age/)
    expect(baseHeaders('http://localhost:3000')['strict-transport-security']).toBeUndefined()
  })
})
