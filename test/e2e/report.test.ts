import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html } from '#reports/html/index.ts'
import { sampleAssessment } from '#reports/sample-assessment.test-data.ts'
import { type Language, languages } from '#words/say.ts'

/** The browser that judges the page. Nothing is downloaded for it: it is named by CHROMIUM, or it is where systems put it. */
const wanted = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const found = existsSync(wanted)
const offline = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Every pair of language, colours and width is met at least once. */
const views = [
  { language: 'en', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 360 },
  { language: 'nl', scheme: 'light', width: 360 },
  { language: 'nl', scheme: 'dark', width: 1280 },
] as const

test('where every test must run, a browser is there to judge the report', () => {
  const missing = found || process.env['CI'] === undefined ? undefined : `no Chromium at ${wanted}; set CHROMIUM`
  expect(missing).toBeUndefined()
})

describe.skipIf(!found)(found ? 'the report in a browser' : `the report in a browser (skipped: no Chromium at ${wanted}; set CHROMIUM)`, () => {
  let browser: Browser
  const files = new Map(languages.map((language) => [language, resolve(`out/e2e/report-${language}.html`)]))

  beforeAll(async () => {
    mkdirSync('out/e2e', { recursive: true })
    for (const [language, file] of files) writeFileSync(file, html.render(sampleAssessment, { language }))
    browser = await chromium.launch({ executablePath: wanted, args: offline })
  })

  afterAll(async () => browser?.close())

  const open = async (view: {
    readonly language: Language
    readonly scheme: 'light' | 'dark'
    readonly width: number
  }): Promise<{ readonly page: Page; readonly asked: readonly string[]; readonly said: readonly string[] }> => {
    const context = await browser.newContext({ viewport: { width: view.width, height: 900 }, colorScheme: view.scheme })
    const page = await context.newPage()
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (line) => said.push(line.text()))
    await page.goto(pathToFileURL(files.get(view.language) ?? '').href)
    return { page, asked, said }
  }

  /** The page has no frames, so the one-page mode of axe sees all of it, in a fifth of the time. */
  const faults = async (page: Page): Promise<readonly string[]> =>
    (
      await new AxeBuilder({ page })
        .setLegacyMode(true)
        .options({ resultTypes: ['violations'] })
        .analyze()
    ).violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)}`))

  test.each(views)('in $language, $scheme, $width wide: axe finds nothing, nothing is wider than the screen, and nothing is fetched', async (view) => {
    const { page, asked, said } = await open(view)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(asked).toHaveLength(1)
    expect(said).toEqual([])
    await page.context().close()
  })

  test('no two pieces of text lie over one another on the narrowest screen', async () => {
    const { page } = await open({ language: 'nl', scheme: 'light', width: 360 })
    const clashes = await page.evaluate(() => {
      const leaves = [...document.querySelectorAll('main p, main li, main dt, main dd, main tbody th, main .cell, main h2, main h3, main summary')]
        .filter((one) => !one.closest('[popover]') && one.checkVisibility() && !one.classList.contains('away'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 2 && box.height > 2)
      const over = (a: DOMRect, b: DOMRect): boolean => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2
      return leaves.flatMap((a, at) => leaves.slice(at + 1).flatMap((b) => (!a.one.contains(b.one) && over(a.box, b.box) ? [`${a.one.textContent} / ${b.one.textContent}`] : [])))
    })
    expect(clashes).toEqual([])
    await page.context().close()
  })

  test('a drawer of evidence opens and closes by the keyboard, and axe finds nothing in it', async () => {
    const { page } = await open({ language: 'en', scheme: 'light', width: 1280 })
    const button = page.getByRole('button', { name: 'Evidence 1', exact: true }).first()
    await button.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('heading', { name: 'Evidence 1', exact: true })
    expect(await drawer.isVisible()).toBe(true)
    expect(await page.getByText('is operated by').first().isVisible()).toBe(true)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await drawer.isVisible()).toBe(false)
    await page.context().close()
  })

  test('the reader’s choice of colours goes before the screen’s', async () => {
    const { page } = await open({ language: 'en', scheme: 'light', width: 1280 })
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await ground()
    await page.getByLabel('Dark').check({ force: true })
    expect(await ground()).not.toBe(light)
    await page.getByLabel('Light').check({ force: true })
    expect(await ground()).toBe(light)
    await page.context().close()
  })

  test('on paper the drawers are the appendix, and what can only be clicked is gone', async () => {
    const { page } = await open({ language: 'en', scheme: 'dark', width: 1280 })
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { name: 'Evidence, by number' }).isVisible()).toBe(true)
    expect(await page.locator('[popover]').first().isVisible()).toBe(true)
    expect(await page.locator('.theme').isVisible()).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)')
    await page.context().close()
  })
})
