import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from '#estate/assemble.ts'
import type { LinkClaim, ThingClaim } from '#estate/claim.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { importers } from '#importers/index.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { kubernetes } from './index.ts'

const fixtures = 'src/importers/kubernetes/fixtures'
for (const name of ['smallest.yaml', 'records.yaml', 'platform.yaml', 'dump.json', 'broken.yaml', 'template.yaml', 'delivery/kustomization.yaml', 'chart/Chart.yaml'])
  checkImporter(kubernetes, `${fixtures}/${name}`)

const read = (text: string, path = 'objects.yaml') => kubernetes.read(sourceFile(path, text), alone)
const links = (text: string): readonly LinkClaim[] => read(text).claims.flatMap((claim) => (claim.claim === 'link' ? [claim] : []))
const short = (id: string): string => id.replace('unit:kubernetes/', '')
const said = (text: string, role: string): readonly string[] =>
  [...new Set(links(text).flatMap((link) => (link.role === role ? [`${short(link.to)}${link.state === 'active' ? '' : ` ${link.state}`}`] : [])))].sort()
const roads = (text: string, role: string): readonly string[] =>
  [...new Set(links(text).flatMap((link) => (link.role === role ? [`${short(link.from)} > ${short(link.to)}`] : [])))].sort()
const signs = (text: string, on: string): readonly string[] =>
  links(text).flatMap((link) => (link.to.startsWith(`signal:${on}/`) ? [link.to.slice(`signal:${on}/`.length) + (link.says === undefined ? '' : ` = ${link.says['value']}`)] : []))
const things = (text: string): readonly ThingClaim[] => read(text).claims.flatMap((claim) => (claim.claim === 'thing' && claim.id.startsWith('unit:') ? [claim] : []))
const pod = (spec: string, meta = 'name: a'): string => `apiVersion: v1\nkind: Pod\nmetadata: {${meta}}\nspec: {${spec}}\n`
const deployment = (name: string, spec: string, more = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {${more}template: {metadata: {labels: {app: ${name}}}, spec: {${spec}}}}\n`
const custom = (kind: string, spec: string, group = 'things.our-town.nl'): string => `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: {name: a, namespace: town}\nspec: ${spec}\n`
const together = (...documents: readonly string[]): string => documents.join('---\n')

test('what only borrows the form of an object is not recognised, and every object is read by one importer', () => {
  const foreign = [
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}',
    'apiVersion: 1\nkind: x\ndatasources: []',
    'services: {a: {image: x}}\nx-kind: {apiVersion: v1, kind: Pod}',
    'note: "apiVersion: v1"\nother: "kind: Pod"',
    'replicaCount: 1\nimage: {repository: nginx}',
  ]
  for (const text of foreign) expect(kubernetes.recognises(sourceFile('a.yaml', text))).toBe(false)
  for (const text of [pod('containers: []'), '{"kind": "Status", "apiVersion": "v1"}', 'apiVersion: config.openshift.io/v1\nkind: Infrastructure']) {
    expect(importers.filter((one) => one.recognises(sourceFile('a.yaml', text))).map((one) => one.id)).toEqual(['kubernetes'])
  }
})

test('a template that nobody rendered is told and not read, and one inside a value does no harm', () => {
  const template = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\nspec: {externalName: db.vendor.net}\n'
  expect(read(template).claims).toEqual([])
  expect(read(template).diagnostics.map((one) => one.values?.['reason'])).toEqual(['template'])
  const alert = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  mail.tmpl: |\n    {{ if .Alerts }}\n    {{ end }}\n  SMTP_HOST: smtp.vendor.net\n'
  expect(said(alert, 'endpoint')).toEqual(['host:smtp.vendor.net'])
})

test('two files that describe an object name it alike, and the namespace default is none', () => {
  const ids = ['name: a', 'name: a, namespace: default', 'name: a, namespace: ""'].map((meta) => things(pod('containers: []', meta))[0]?.id)
  expect(new Set(ids)).toEqual(new Set(['unit:kubernetes/-/Pod/a']))
  expect(things(pod('containers: []', 'name: a, namespace: town'))[0]?.id).toBe('unit:kubernetes/town/Pod/a')
})

test('lists, typed lists and templates of OpenShift are taken apart', () => {
  const item = '{metadata: {name: a}, spec: {template: {spec: {containers: [{name: a, image: "x:1"}]}}}}'
  expect(said(`apiVersion: apps/v1\nkind: DeploymentList\nitems: [${item}]`, 'image')).toEqual(['image:docker.io/library/x:1'])
  const template = `apiVersion: template.openshift.io/v1\nkind: Template\nobjects: [{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: "x:1"}]}}]`
  expect(said(template, 'image')).toEqual(['image:docker.io/library/x:1'])
})

test('what is scaled to zero, suspended, hibernated or over is inactive, and a paused rollout is not', () => {
  const image = 'containers: [{name: a, image: "x:1"}]'
  const inactive = [
    deployment('a', image, 'replicas: 0, '),
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {suspend: true, jobTemplate: {spec: {template: {spec: {${image}}}}}}`,
    `${pod(image)}status: {phase: Succeeded}`,
    custom('Database', '{instances: 0, image: "x:1"}'),
    'apiVersion: things.our-town.nl/v1\nkind: Database\nmetadata: {name: a, annotations: {things.our-town.nl/hibernation: "on"}}\nspec: {image: "x:1"}',
    custom('Schedule', '{paused: true, template: {image: "x:1"}}'),
  ]
  for (const text of inactive) expect(said(text, 'image')).toEqual(['image:docker.io/library/x:1 inactive'])
  expect(said(deployment('a', image, 'paused: true, '), 'image')).toEqual(['image:docker.io/library/x:1'])
})

test('an autoscaler that may start from zero keeps its target active, and is part of it', () => {
  const scaled =
    'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s}\nspec: {scaleTargetRef: {name: a}, triggers: [{type: kafka, metadata: {bootstrapServers: "k.vendor.net:9092"}}]}\n'
  const text = together(deployment('a', 'containers: [{name: a, image: "x:1"}]', 'replicas: 0, '), scaled)
  expect(said(text, 'image')).toEqual(['image:docker.io/library/x:1'])
  expect(roads(text, 'part-of')).toEqual(['-/ScaledObject/s > -/Deployment/a'])
  expect(said(text, 'endpoint')).toEqual(['host:k.vendor.net'])
  expect(things(scaled).find((thing) => thing.id.endsWith('Deployment/a'))?.says).toEqual({ autoscaled: true })
})

test('settings of a ConfigMap are off when only what is off uses them', () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {API_URL: "https://api.vendor.net"}\n'
  const user = (replicas: number, name: string) => deployment(name, 'containers: [{name: a, image: "x:1", envFrom: [{configMapRef: {name: m}}]}]', `replicas: ${replicas}, `)
  expect(said(map, 'endpoint')).toEqual(['host:api.vendor.net'])
  expect(said(together(map, user(0, 'a')), 'endpoint')).toEqual(['host:api.vendor.net inactive'])
  expect(said(together(map, user(0, 'a'), user(1, 'b')), 'endpoint')).toEqual(['host:api.vendor.net'])
})

test('a switch in the container turns off what its ConfigMap sets, and a stand-in emulates it', () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {SCAN_URL: "https://scan.vendor.net", S3_BUCKET: b}\n'
  const env = '[{name: SCAN_ENABLED, value: "false"}, {name: S3_ENDPOINT, value: "http://minio:9000"}]'
  const text = together(map, deployment('a', `containers: [{name: a, image: "x:1", env: ${env}, envFrom: [{configMapRef: {name: m}}]}]`))
  expect(said(text, 'endpoint')).toEqual(['host:scan.vendor.net inactive'])
  expect(links(text).find((link) => link.to === 'signal:env-name/S3_BUCKET')?.state).toBe('emulated')
})

test('variables before one are filled in, by Kubernetes and by the shell', () => {
  const env = '[{name: HOST, value: api.vendor.net}, {name: URL, value: "https://$(HOST)/v1"}, {name: OPEN, value: "https://$(GONE)/v1"}]'
  expect(said(pod(`containers: [{name: a, image: "x:1", env: ${env}, command: [sh, -c, "curl http://\${HOST}/x $GONE"]}]`), 'endpoint')).toEqual(['host:api.vendor.net'])
})

test('names of Services lead to the Services, in this file or another, and are no hosts outside', () => {
  const env = (values: readonly string[]) => `containers: [{name: a, image: "x:1", env: [${values.map((value, at) => `{name: V${at}_HOST, value: "${value}"}`).join(', ')}]}]`
  const text = pod(
    env(['http://cart:80', 'redis.shop:6379', 'db.data.svc.cluster.local', 'kafka.events:9092', 'api.vendor.net', 'http://localhost:1', 'word']),
    'name: a, namespace: town',
  )
  expect(said(text, 'needs')).toEqual(['data/Service/db', 'events/Service/kafka', 'shop/Service/redis', 'town/Service/cart'])
  expect(said(text, 'endpoint')).toEqual(['host:api.vendor.net'])
})

test('a bare word leads to a Service only where this file describes it, and the tag of an image is no port', () => {
  const one = pod('containers: [{name: a, image: "x:1", env: [{name: CACHE_HOST, value: cache}, {name: DB_IMAGE, value: "postgres:16"}]}]')
  expect(said(one, 'needs')).toEqual([])
  expect(said(together(one, 'apiVersion: v1\nkind: Service\nmetadata: {name: cache}\nspec: {}\n'), 'needs')).toEqual(['-/Service/cache'])
})

test('the own domain of an Ingress is not called outside, but needed inside', () => {
  const ingress = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: {rules: [{host: shop.our-town.nl}], defaultBackend: {service: {name: shop}}}\n'
  const text = together(pod('containers: [{name: a, image: "x:1", env: [{name: SHOP_API, value: "https://shop.our-town.nl/v1"}]}]'), ingress)
  expect(said(text, 'endpoint')).toEqual([])
  expect(roads(text, 'needs')).toEqual(['-/Ingress/i > -/Service/shop', '-/Pod/a > -/Ingress/i'])
  expect(said(text, 'domain')).toEqual(['domain:shop.our-town.nl'])
})

test('the Pods of a controller are the controller, whether or not it stands in the file', () => {
  const owned = (owner: string, labels = '') => pod('containers: [{name: a, image: "x:1"}]', `name: p, labels: {${labels}}, ownerReferences: [{${owner}, controller: true}]`)
  const ids = (text: string) => things(text).map((thing) => short(thing.id))
  expect(ids(owned('kind: ReplicaSet, name: web-7f9', 'pod-template-hash: 7f9'))).toEqual(['-/Deployment/web'])
  expect(ids(owned('kind: Job, name: dump-28745280'))).toEqual(['-/CronJob/dump'])
  expect(ids(owned('kind: Job, name: import-20240101'))).toEqual(['-/Job/import-20240101'])
  expect(ids(owned('kind: StatefulSet, name: db'))).toEqual(['-/StatefulSet/db'])
  const set = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, ownerReferences: [{kind: Cluster, name: main, controller: true}]}\nspec: {}\n'
  expect(ids(together(owned('kind: StatefulSet, name: db'), set))).toEqual(['-/Cluster/main'])
  expect(roads(set, 'part-of')).toEqual(['-/StatefulSet/db > -/Cluster/main'])
})

test('a static Pod is the same program on every node', () => {
  const one = (node: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: proxy-${node}, ownerReferences: [{kind: Node, name: ${node}}]}\nspec: {nodeName: ${node}, containers: [{name: a, image: "x:1"}]}\nstatus: {phase: Running}\n`
  const text = together(one('n1'), one('n2'))
  expect(new Set(things(text).map((thing) => short(thing.id)))).toEqual(new Set(['-/Pod/proxy', '-/Pod/proxy/nodes']))
  expect(roads(text, 'needs').filter((road) => road.includes('Node/'))).toEqual(['-/Pod/proxy/nodes > -/Node/n1', '-/Pod/proxy/nodes > -/Node/n2'])
})

test('a node tells its region, its cloud, its system and its Kubernetes; a zone is no region', () => {
  const node = (labels: string, id: string) =>
    `apiVersion: v1\nkind: Node\nmetadata: {name: n, labels: {${labels}}}\nspec: {providerID: "${id}"}\nstatus: {nodeInfo: {osImage: "Debian GNU/Linux 12 (bookworm)", kubeletVersion: v1.30.1}}\n`
  expect(said(node('topology.kubernetes.io/region: europe-west4', 'gce://p/europe-west4-a/n'), 'region')).toEqual(['place:gcp:europe-west4'])
  expect(said(node('topology.kubernetes.io/zone: europe-west4-a', 'gce://p/europe-west4-a/n'), 'region')).toEqual([])
  expect(said(node('topology.kubernetes.io/region: cellar', 'kind://docker/kind/n'), 'region')).toEqual([])
  const says = things(node('a: b', 'azure:///subscriptions/x'))[0]?.says
  expect([says?.['os-name'], says?.['os-version'], says?.['engine-version']]).toEqual(['Debian GNU/Linux', '12', 'v1.30.1'])
  const system = (osImage: string) =>
    signs(`apiVersion: v1\nkind: Node\nmetadata: {name: n}\nstatus: {nodeInfo: {osImage: "${osImage}"}}\n`, 'spec-value').find((sign) => sign.startsWith('operating'))
  expect(['Talos (v1.7.1)', 'Bottlerocket OS 1.19.4 (aws-k8s-1.28)', 'Container-Optimized OS from Google'].map(system)).toEqual([
    'operating-system.name=Talos = 1.7.1',
    'operating-system.name=Bottlerocket = 1.19.4',
    'operating-system.name=Container-Optimized OS from Google',
  ])
})

test('images stand wherever a resource names one: whole, in parts, in a flag, in a variable', () => {
  expect(said(custom('Database', '{imageName: "ghcr.io/x/db:16", sidecar: {image: {registry: quay.io, repository: x/side, tag: 2}}}'), 'image')).toEqual([
    'image:ghcr.io/x/db:16',
    'image:quay.io/x/side:2',
  ])
  expect(said(custom('Flow', '{steps: [{name: a, image: "x:1", script: "pip install y"}], container: {image: "y:2", command: [z]}}'), 'image')).toEqual([
    'image:docker.io/library/x:1',
    'image:docker.io/library/y:2',
  ])
  const flags = pod('containers: [{name: a, image: "x:1", args: ["--reloader=quay.io/x/r:v1", "--destination=quay.io/x/out:1"], env: [{name: RELATED_IMAGE_A, value: "x/a:1"}]}]')
  expect(said(flags, 'image')).toEqual(['image:docker.io/library/x:1', 'image:docker.io/x/a:1', 'image:quay.io/x/r:v1'])
  expect(said(custom('HCloudMachine', '{imageName: ubuntu-22.04}'), 'image')).toEqual([])
})

test('a name that only a build tool replaces is a placeholder, and one of Docker Hub is not', () => {
  expect(said(deployment('basket', 'containers: [{name: server, image: basket}]'), 'image')).toEqual(['image:docker.io/library/basket:latest placeholder'])
  expect(said(deployment('redis', 'containers: [{name: redis, image: redis}]'), 'image')).toEqual(['image:docker.io/library/redis:latest'])
  expect(said(deployment('a', `containers: [{name: a, image: "ghcr.io/x/a:\${TAG}"}, {name: b, image: "\${IMAGE}"}]`), 'image')).toEqual(['image:ghcr.io/x/a:latest placeholder'])
})

test('an image without a tag is asked for at every start', () => {
  const policy = (container: string) => things(pod(`containers: [{name: a, ${container}}]`))[0]?.says?.['pull-policy']
  expect([policy('image: x'), policy('image: "x:1"'), policy('image: "x:1", imagePullPolicy: Always'), policy('image: x, imagePullPolicy: IfNotPresent')]).toEqual([
    'Always',
    undefined,
    'Always',
    'IfNotPresent',
  ])
})

test('a part of a resource that is switched off is inactive', () => {
  const text = custom('Release', '{values: {cache: {enabled: false, host: cache.vendor.net}, mail: {host: smtp.vendor.net}}}')
  expect(said(text, 'endpoint')).toEqual(['host:cache.vendor.net inactive', 'host:smtp.vendor.net'])
})

test('hosts of routes are domains, hosts of egress are called, links for people are neither', () => {
  expect(said(custom('HTTPRoute', '{hostnames: ["*.our-town.nl"]}'), 'domain')).toEqual(['domain:our-town.nl'])
  expect(said(custom('IngressRoute', '{routes: [{match: "Host(`a.our-town.nl`)"}]}'), 'domain')).toEqual(['domain:a.our-town.nl'])
  expect(said(custom('Certificate', '{dnsNames: [b.our-town.nl]}'), 'domain')).toEqual(['domain:b.our-town.nl'])
  expect(said(custom('ServiceEntry', '{hosts: [api.vendor.net, "*.vendor.net", b.town.svc.cluster.local]}'), 'endpoint')).toEqual(['host:*.vendor.net', 'host:api.vendor.net'])
  expect(said(custom('VirtualService', '{hosts: [api.vendor.net]}'), 'endpoint')).toEqual(['host:api.vendor.net'])
  expect(said(custom('VirtualService', '{gateways: [town/main], hosts: [c.our-town.nl]}'), 'domain')).toEqual(['domain:c.our-town.nl'])
  expect(said(custom('NetPolicy', '{egress: [{toFQDNs: [{matchName: d.vendor.net}]}]}'), 'endpoint')).toEqual(['host:d.vendor.net'])
  const prose = '{description: "https://a.vendor.net", rules: [{annotations: {runbook_url: "https://b.vendor.net"}}], homepage: "https://c.vendor.net"}'
  expect(links(custom('Rule', prose)).filter((link) => /^(host|domain):/.test(link.to))).toEqual([])
})

test('a route leads to the Service it names, whether or not this file describes it', () => {
  const route = custom('VirtualService', '{hosts: [a.our-town.nl], gateways: [main], http: [{route: [{destination: {host: web}}]}]}')
  expect(said(route, 'needs')).toEqual(['town/Service/web'])
  expect(things(route)[0]?.says?.['groups']).toContain('unit=unit:kubernetes/town/Service/web')
  expect(said(custom('HTTPRoute', '{parentRefs: [{name: main}], rules: [{backendRefs: [{name: web, port: 80}]}]}'), 'needs')).toEqual(['town/Gateway/main', 'town/Service/web'])
})

test('which choice of a schema was taken is a sign, with the region beside it', () => {
  const store = custom('ClusterSecretStore', '{provider: {aws: {service: SecretsManager, region: eu-west-1}}}')
  expect(signs(store, 'spec-path')).toContain('ClusterSecretStore.spec.provider.aws = eu-west-1')
  expect(signs(store, 'api-group')).toEqual(['things.our-town.nl = eu-west-1'])
  expect(signs(custom('ScaledObject', '{triggers: [{type: aws-sqs-queue}]}'), 'spec-value')).toEqual(['ScaledObject.spec.triggers.type=aws-sqs-queue'])
})

test('every group that Kubernetes does not serve itself needs an operator, and files of its tools need none', () => {
  expect(said(custom('Thing', '{}'), 'crd-operator')).toEqual(['operator:things.our-town.nl'])
  for (const group of ['apps', 'batch', 'kubeadm.k8s.io', 'eksctl.io', 'kubelet.config.k8s.io', 'networking.k8s.io']) {
    expect(said(`apiVersion: ${group}/v1\nkind: Thing\nmetadata: {name: a}\nspec: {a: {b: c}}\n`, 'crd-operator')).toEqual([])
  }
  const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: t}\nspec: {group: t.our-town.nl}\n'
  expect(said(definition, 'crd-operator')).toEqual(['operator:t.our-town.nl'])
})

test('charts and sources are fetched when something is deployed, from registries as from hosts', () => {
  const phases = (text: string) => links(text).flatMap((link) => (/^(runtime-download|registry)$/.test(link.role) ? [`${link.to} ${link.phase ?? ''}`.trim()] : []))
  expect(phases(custom('HelmRepository', '{url: "oci://registry.vendor.net/charts"}'))).toEqual(['registry:registry.vendor.net deploy'])
  expect(phases(custom('Application', '{source: {repoURL: "git@git.vendor.net:town/infra.git"}}'))).toEqual(['host:git.vendor.net deploy'])
  expect(phases(custom('BuildConfig', '{source: {git: {uri: "https://git.vendor.net/a"}}}'))).toEqual(['host:git.vendor.net build'])
})

test('models are named by their hub, and by the flags of those who serve them', () => {
  expect(said(custom('InferenceService', '{predictor: {model: {storageUri: "hf://town/model-7b"}}}'), 'ai-model')).toEqual(['model:town/model-7b'])
  expect(said(pod('containers: [{name: a, image: "x:1", args: [--model, town/model-8b, --other, /models/x]}]'), 'ai-model')).toEqual(['model:town/model-8b'])
})

test('a Secret made by an operator leads from those who are given it to where it comes from', () => {
  const text = together(
    custom('ExternalSecret', '{secretStoreRef: {kind: ClusterSecretStore, name: vault}, target: {name: db}}'),
    pod('containers: [{name: a, image: "x:1", envFrom: [{secretRef: {name: db}}]}]', 'name: a, namespace: town'),
  )
  expect(roads(text, 'part-of')).toEqual(['town/Secret/db > town/Pod/a'])
  expect(roads(text, 'needs')).toEqual(['town/ExternalSecret/a > -/ClusterSecretStore/vault', 'town/Secret/db > town/ExternalSecret/a'])
})

test('texts of a ConfigMap are read by what they are, and comments in them say nothing', () => {
  const map = (name: string, text: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  ${name}: |\n${text.replace(/^/gm, '    ')}\n`
  expect(said(map('a.properties', '# x=https://no.vendor.net\na.url=https://a.vendor.net\nb.host: b.vendor.net'), 'endpoint')).toEqual(['host:a.vendor.net', 'host:b.vendor.net'])
  expect(said(map('a.toml', '[db]\nhost = "a.vendor.net" # no.vendor.net\n'), 'endpoint')).toEqual(['host:a.vendor.net'])
  expect(said(map('a.xml', '<a xmlns="http://no.vendor.net/ns">\n<host>a.vendor.net</host>\n<b url="https://b.vendor.net"/></a>'), 'endpoint')).toEqual([
    'host:a.vendor.net',
    'host:b.vendor.net',
  ])
  expect(
    said(map('nginx.conf', 'server {\n  server_name www.our-town.nl;\n  location / { proxy_pass https://a.vendor.net; }\n  return 301 https://$host;\n}'), 'endpoint'),
  ).toEqual(['host:a.vendor.net'])
  expect(said(map('nginx.conf', 'server {\n  server_name www.our-town.nl;\n}'), 'domain')).toEqual(['domain:www.our-town.nl'])
  expect(said(map('Corefile', '.:53 {\n  forward . 203.0.113.53\n}'), 'endpoint')).toEqual(['host:203.0.113.53'])
  expect(said(map('page.html', '<a href="https://no.vendor.net">x</a>'), 'endpoint')).toEqual([])
  expect(signs(map('schema.sql', 'CREATE TABLE a (\n  id int,\n  ssn char(9)\n);'), 'spec-value')).toEqual(['sql.column=id', 'sql.column=ssn'])
})

test('a field of something is no host, and neither is a link for people', () => {
  const map = (text: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  a.conf: |\n${text.replace(/^/gm, '    ')}\n`
  expect(said(map('key = user.name\nlabel = request.id\ndb_host = db.vendor.net\nbackend = db.vendor.net:5432'), 'endpoint')).toEqual(['host:db.vendor.net'])
  expect(said('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {help.chatUrl: "https://chat.vendor.net", HELP_URL: "https://help.vendor.net"}\n', 'endpoint')).toEqual(
    [],
  )
})

test('where logs, traces and alerts go is what a unit reports to', () => {
  const map = (name: string, text: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  ${name}: |\n${text.replace(/^/gm, '    ')}\n`
  const fluentBit = map('fluent-bit.conf', '[INPUT]\n  Name tail\n[OUTPUT]\n  Name cloudwatch_logs\n  region eu-west-1\n[OUTPUT]\n  Name es\n  Host logs.vendor.net')
  expect([said(fluentBit, 'reports-to'), signs(fluentBit, 'exporter')]).toEqual([['host:logs.vendor.net'], ['cloudwatch_logs = eu-west-1', 'es']])
  const prometheus = map('prometheus.yml', 'remote_write:\n- url: https://metrics.vendor.net/push')
  expect(said(prometheus, 'reports-to')).toEqual(['host:metrics.vendor.net'])
  expect(signs(map('alertmanager.yml', 'receivers:\n- name: a\n  pagerduty_configs: [{x: y}]'), 'spec-path')).toEqual(['receivers.pagerduty_configs'])
  expect(said(pod('containers: [{name: a, image: "x:1", env: [{name: SENTRY_DSN, value: "https://k@o1.vendor.net/2"}]}]'), 'reports-to')).toEqual(['host:o1.vendor.net'])
  const collector = pod('containers: [{name: a, image: "x:1", env: [{name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://collector:4317"}]}]')
  expect(said(collector, 'reports-to')).toEqual(['-/Service/collector'])
})

test('an exporter that no pipeline uses is inactive', () => {
  const config = '{config: {exporters: {datadog: {api: {site: datadoghq.eu}}, awsxray: {region: eu-west-1}}, service: {pipelines: {traces: {exporters: [datadog]}}}}}'
  const states = links(custom('Collector', config)).flatMap((link) =>
    link.to.startsWith('signal:exporter/') ? [`${link.to.slice(16)} ${link.state} ${link.says?.['value']}`] : [],
  )
  expect(states).toEqual(['datadog active datadoghq.eu', 'awsxray inactive eu-west-1'])
})

test('no secret is copied, from a Secret, a file in it, a flag or a resource, and each is told', () => {
  const texts = [
    'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {PASSWORD: hunter2-not-real, app.yaml: "db: {host: db.vendor.net, password: hunter2-not-real}"}\n',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {URL: "cG9zdGdyZXM6Ly91OmhldW50ZXIyLW5vdC1yZWFsQGRiLnZlbmRvci5uZXQvYQ=="}\n',
    pod('containers: [{name: a, image: "x:1", args: ["--password=hunter2-not-real"], env: [{name: API_TOKEN, value: hunter2-not-real}]}]'),
    custom('Mail', '{smtp: {host: smtp.vendor.net, password: "hunter2 not-real"}}'),
    'apiVersion: v1\nkind: Config\nusers: [{name: u, user: {token: hunter2+not-real}}]\nclusters: [{name: c, cluster: {server: "https://api.cluster.vendor.net:6443"}}]\n',
  ]
  for (const text of texts) {
    const fragment = read(text)
    expect(JSON.stringify(fragment)).not.toMatch(/hunter2|heunter2|aGV1bnRlcjI|not-real/)
    expect(fragment.diagnostics.map((one) => one.code)).toContain('secret')
  }
  expect(said(texts[1] ?? '', 'endpoint')).toEqual(['host:db.vendor.net'])
  expect(said(texts[4] ?? '', 'endpoint')).toEqual(['host:api.cluster.vendor.net'])
})

test('which registries credentials are kept for is told, and nothing else of them', () => {
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '{"auths": {"https://registry.vendor.net/v1/": {"auth": "bm90LXJlYWw="}}}'}\n`
  expect(said(text, 'registry')).toEqual(['registry:registry.vendor.net'])
  expect(JSON.stringify(read(text))).not.toContain('bm90')
  const sealed = 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {A: "ENC[AES256_GCM,data:x]"}\nsops: {kms: []}\n'
  expect(read(sealed).diagnostics.filter((one) => one.code === 'secret')).toEqual([])
})

test('the test of a chart is inactive', () => {
  expect(said(pod('containers: [{name: a, image: "x:1"}]', 'name: a, annotations: {helm.sh/hook: test}'), 'image')).toEqual(['image:docker.io/library/x:1 inactive'])
})

test('what the server adds is no evidence', () => {
  const text = `${deployment('a', 'containers: [{name: a, image: "x:1"}]')}status: {conditions: [{message: "https://no.vendor.net", image: "no:1"}]}\n`
  expect(said(text, 'endpoint')).toEqual([])
  expect(read('apiVersion: v1\nkind: Event\nmetadata: {name: e}\nmessage: "https://no.vendor.net"\n').claims).toEqual([])
})

test('a Service says which labels it leads to, and its pods bear them', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: town}\nspec: {selector: {app: a}}\n'
  expect(things(service)[0]?.says).toMatchObject({ runs: false, selects: ['namespace=town', 'label:app=a'] })
  expect(things(deployment('a', 'containers: []'))[0]?.says?.['groups']).toEqual(['label:app=a', 'namespace=-', 'name=a'])
})

test('the order of the objects in a file changes nothing', () => {
  const documents = [
    deployment('a', 'containers: [{name: a, image: "x:1", envFrom: [{configMapRef: {name: m}}]}]', 'replicas: 0, '),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {A_URL: "https://a.vendor.net", B_URL: "http://s:1"}\n',
    'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {app: a}}\n',
    custom('HTTPRoute', '{hostnames: [a.our-town.nl], rules: [{backendRefs: [{name: s}]}]}'),
  ]
  const linksOf = (order: readonly string[]) => assemble([read(together(...order))]).links.map((link) => `${link.from} ${link.role} ${link.to} ${link.state}`)
  const first = linksOf(documents)
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (order) => {
      expect(linksOf(order)).toEqual(first)
    }),
    { seed: 20261124, numRuns: 30 },
  )
})

test('values of any form are read without a fault', () => {
  const kinds = ['Pod', 'Deployment', 'Service', 'Ingress', 'ConfigMap', 'Secret', 'Node', 'HorizontalPodAutoscaler', 'StorageClass', 'Endpoints', 'Thing']
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.object({ maxDepth: 5, key: fc.constantFrom('spec', 'template', 'containers', 'image', 'env', 'data', 'rules', 'host', 'name', 'metadata', 'selector', 'status') }),
      (kind, value) => {
        const text = JSON.stringify({ apiVersion: kind === 'Thing' ? 'a.nl/v1' : 'v1', kind, ...value })
        expect(read(text, 'x.json').claims).toBeInstanceOf(Array)
      },
    ),
    { seed: 20261124, numRuns: 300 },
  )
})

test('five thousand objects take little longer than the reading of their YAML', () => {
  const one = (at: number): string =>
    together(
      deployment(
        `a${at}`,
        `containers: [{name: a, image: "ghcr.io/x/a${at}:1", env: [{name: API_URL, value: "http://a${at + 1}:80"}, {name: DB_URL, value: "postgres://db.vendor.net/x"}], envFrom: [{configMapRef: {name: m${at}}}]}]`,
      ),
      `apiVersion: v1\nkind: Service\nmetadata: {name: a${at}}\nspec: {selector: {app: a${at}}}\n`,
    )
  const file = sourceFile('many.yaml', together(...Array.from({ length: 2500 }, (_, at) => one(at))))
  const began = performance.now()
  kubernetes.recognises(file)
  const parsed = performance.now()
  expect(kubernetes.read(file, alone).claims.length).toBeGreaterThan(20_000)
  const done = performance.now()
  expect((done - parsed) / (parsed - began)).toBeLessThan(2)
})
