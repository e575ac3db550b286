import { describe, expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { opacity } from './opacity.ts'

const bill = yamlOf({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { type: 'container', name: 'docker.io/library/openbase:16.2', purl: 'pkg:oci/openbase' } },
  components: [{ type: 'library', name: 'left', purl: 'pkg:npm/left@1' }],
})
const ways = (services: object, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  opacity(subjectOfTexts({ 'shop/compose.yaml': yamlOf({ services }), ...more }))
    .filter((one) => one.workload === 'workload:project/shop')
    .map((one) => `${one.way} ${one.thing}${one.certain ? '' : ' perhaps'}`)

describe('opacity', () => {
  test('closed software, and software of which nobody says, are told apart', () => {
    expect(ways({ db: { image: 'registry.faraway.io/closedbase:9.1.2' } })).toContain('closed-source platform:closedbase')
    expect(ways({ db: { image: 'openbase:16.2' } }).filter((one) => one.startsWith('closed-source platform'))).toEqual([])
  })

  test('an image is opaque until a bill of materials lists what is in it', () => {
    const image = { db: { image: 'openbase:16.2' } }
    expect(ways(image)).toContain('no-sbom image:docker.io/library/openbase:16.2')
    expect(ways(image, { 'bill.json': bill }).filter((one) => one.startsWith('no-sbom'))).toEqual([])
  })

  test('a tag without a full version moves, unless a digest holds it', () => {
    const digest = `sha256:${'a'.repeat(64)}`
    expect(ways({ db: { image: 'openbase' } })).toContain('floating-tag image:docker.io/library/openbase:latest')
    expect(ways({ db: { image: `openbase:latest@${digest}` } }).filter((one) => one.startsWith('floating'))).toEqual([])
    expect(ways({ db: { image: 'openbase:16.2.1' } }).filter((one) => one.startsWith('floating'))).toEqual([])
  })

  test('a host behind which nobody is known is opaque, and one that is known is not', () => {
    const calling = (host: string) => ({ web: { image: 'openbase:16.2', environment: { API_URL: `https://${host}/v1` } } })
    expect(ways(calling('api.nobody-knows.com'))).toContain('unknown-supplier host:api.nobody-knows.com')
    expect(ways(calling('mail.faraway.example-cloud.com')).filter((one) => one.includes('mail.faraway'))).toEqual([])
  })

  test('behind a name at which the estate itself answers stands nobody else', () => {
    const services = {
      web: { image: 'openbase:16.2', environment: { API_URL: 'https://api.our-town.nl/v1' } },
      api: { image: 'openbase:16.2', labels: { 'traefik.http.routers.api.rule': 'Host(`api.our-town.nl`)' } },
    }
    expect(ways(services).filter((one) => one.includes('api.our-town.nl'))).toEqual([])
  })

  test('a workload says where it runs, or it is told that nobody does', () => expect(ways({ db: { image: 'openbase:16.2' } })).toContain('unknown-place workload:project/shop'))
})
