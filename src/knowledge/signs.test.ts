import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assemble } from '#estate/assemble.ts'
import { type Claim, idOf, type LinkClaim, type ThingId } from '#estate/claim.ts'
import { type SignKind, signClaim } from '#estate/signal.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { enrich } from './enrich.ts'
import { readKnowledge } from './knowledge.ts'

const { knowledge } = readKnowledge(knowledgeFiles(join(import.meta.dirname, '../../data')).files)

/**
 * A sign, what it means as `role thing`, and what stands beside it. A leading `!` must not be found; an empty list says that the sign
 * means nothing, beyond the product a unit may hold.
 */
type Row = readonly [on: SignKind | 'host' | 'purl' | 'model', text: string, expected: readonly string[], value?: string]

const at = { file: 'a.yaml', pointer: '' }

/** Things that are signs by their names are met through a link; all other signs are shown. */
function claimOf(unit: ThingId, [on, text, , value]: Row): Claim {
  const common = { claim: 'link', from: unit, state: 'active', basis: 'observed', at: [at] } as const
  if (on === 'host') return { ...common, to: idOf('host', text), role: 'endpoint' }
  if (on === 'image') return { ...common, to: idOf('image', text), role: 'image' }
  if (on === 'purl') return { ...common, to: idOf('package', text), role: 'contains' }
  if (on === 'model') return { ...common, to: idOf('model', text), role: 'ai-model' }
  return signClaim(unit, { on, text }, { state: 'active', at, ...(value === undefined ? {} : { value }) })
}

/** What each row means, all read in one go. */
function meanings(rows: readonly Row[]): readonly (readonly string[])[] {
  const units = rows.map((_, index) => idOf('unit', `row-${index}`))
  const estate = assemble([{ claims: rows.map((row, index) => claimOf(units[index] as ThingId, row)) }])
  const links = enrich(estate, knowledge).claims.filter((claim): claim is LinkClaim => claim.claim === 'link' && claim.basis === 'inferred')
  return rows.map((row, index) => {
    const named = row[0] === 'host' ? idOf('host', row[1]) : row[0] === 'image' ? idOf('image', row[1]) : row[0] === 'purl' ? idOf('package', row[1]) : idOf('model', row[1])
    return [...new Set(links.filter((link) => link.from === units[index] || link.from === named).map((link) => `${link.role} ${link.to}`))]
  })
}

function check(rows: readonly Row[]): void {
  const found = meanings(rows)
  for (const [index, row] of rows.entries()) {
    const [on, text, expected] = row
    const means = found[index] ?? []
    const where = `${on} ${text}`
    if (expected.length === 0)
      expect(
        means.filter((one) => !one.startsWith('contains ')),
        where,
      ).toEqual([])
    for (const one of expected) {
      if (one.startsWith('!')) expect(means, where).not.toContain(one.slice(1))
      else expect(means, where).toContain(one)
    }
  }
}

describe('signs of clouds in Kubernetes', () => {
  test('annotations that one provider understands', () =>
    check([
      [
        'service-account-annotation',
        'iam.gke.io/gcp-service-account',
        [
          'annotation annotation:iam.gke.io/gcp-service-account',
          'cloud-service service:google-cloud-iam',
          'cloud-service service:google-kubernetes-engine',
          'provider party:google',
        ],
      ],
      [
        'service-account-annotation',
        'eks.amazonaws.com/role-arn',
        ['annotation annotation:eks.amazonaws.com/role-arn', 'cloud-service service:aws-iam', 'provider party:amazon-web-services'],
      ],
      ['service-account-annotation', 'azure.workload.identity/client-id', ['annotation annotation:azure.workload.identity/client-id', 'cloud-service service:microsoft-entra-id']],
      ['annotation-key', 'service.beta.kubernetes.io/aws-load-balancer-type', ['cloud-service service:aws-elastic-load-balancing']],
      ['annotation-key', 'service.beta.kubernetes.io/azure-load-balancer-internal', ['cloud-service service:azure-load-balancer']],
      ['annotation-key', 'networking.gke.io/managed-certificates', ['cloud-service service:google-cloud-load-balancing']],
      ['annotation-key', 'kubernetes.io/ingress.class', ['annotation annotation:kubernetes.io/ingress.class', 'cloud-service service:google-cloud-load-balancing'], 'gce'],
      ['annotation-key', 'service.beta.kubernetes.io/scw-loadbalancer-type', ['cloud-service service:scaleway-load-balancer', 'provider party:scaleway']],
      ['annotation-key', 'load-balancer.hetzner.cloud/location', ['cloud-service service:hetzner-load-balancers', 'provider party:hetzner']],
      ['annotation-key', 'loadbalancer.ovhcloud.com/flavor', ['provider party:ovhcloud']],
      ['annotation-key', 'lb.stackit.cloud/internal-lb', ['provider party:stackit']],
      ['annotation-key', 'service.beta.kubernetes.io/upcloud-load-balancer-config', ['provider party:upcloud']],
      ['annotation-key', 'openshift.io/scc', ['annotation annotation:openshift.io/scc']],
      ['annotation-key', 'loadbalancer.openstack.org/keep-floatingip', ['!annotation annotation:loadbalancer.openstack.org/keep-floatingip']],
    ]))

  test('keys that several clouds share say which platform, and not whose', () =>
    check([
      [
        'annotation-key',
        'kubernetes.io/elb.class',
        [
          'annotation annotation:kubernetes.io/elb.class',
          '!provider party:t-systems',
          '!provider party:huawei',
          'hints-at service:huawei-cloud-elb',
          'hints-at service:open-telekom-cloud-elb',
        ],
      ],
      ['provisioner', 'everest-csi-provisioner', ['!provider party:t-systems', 'hints-at service:flexible-engine-evs']],
      ['storage-class', 'standard', ['hints-at service:google-persistent-disk', '!cloud-service service:google-persistent-disk']],
      ['host', '169.254.169.254', []],
    ]))

  test('labels and annotations that everybody uses mean nothing', () =>
    check([
      ['annotation-key', 'app.kubernetes.io/name', []],
      ['annotation-key', 'prometheus.io/scrape', []],
      ['annotation-key', 'kubernetes.io/ingress.class', ['!annotation annotation:kubernetes.io/ingress.class'], 'nginx'],
      ['label-key', 'team', []],
      ['storage-class', 'default', []],
      ['storage-class', 'local-path', []],
      ['ingress-class', 'public', []],
      ['spec-value', 'Service.spec.type=ClusterIP', []],
    ]))

  test('storage, classes and nodes', () =>
    check([
      ['csi-driver', 'ebs.csi.aws.com', ['cloud-service service:aws-ebs']],
      ['provisioner', 'kubernetes.io/azure-disk', ['cloud-service service:azure-managed-disks']],
      ['csi-driver', 'csi.hetzner.cloud', ['cloud-service service:hetzner-volumes']],
      ['storage-class', 'premium-rwo', ['cloud-service service:google-persistent-disk']],
      ['gateway-class', 'gke-l7-global-external-managed', ['cloud-service service:google-cloud-load-balancing']],
      ['ingress-class', 'alb', ['cloud-service service:aws-elastic-load-balancing']],
      ['node-selector', 'kubernetes.azure.com/agentpool', ['cloud-service service:azure-kubernetes-service']],
      ['toleration-key', 'kubernetes.azure.com/scalesetpriority', ['cloud-service service:azure-kubernetes-service']],
      ['csi-driver', 'csi.huawei.com', ['contains platform:huawei-oceanstor']],
      ['provisioner', 'csi.trident.netapp.io', ['contains platform:netapp-trident']],
      ['provisioner', 'linstor.csi.linbit.com', ['contains platform:piraeus']],
      ['label-key', 'eks.amazonaws.com/nodegroup', ['cloud-service service:aws-eks']],
      ['label-key', 'kubernetes.azure.com/cluster', ['cloud-service service:azure-kubernetes-service']],
      ['load-balancer-class', 'service.k8s.aws/nlb', ['cloud-service service:aws-elastic-load-balancing']],
      ['object-name', 'ConfigMap kube-system/aws-auth', ['cloud-service service:aws-iam']],
    ]))

  test('machines name their cloud, and an OpenStack does not say whose it is', () =>
    check([
      ['spec-value', 'Node.spec.providerID=aws', ['provider party:amazon-web-services']],
      ['spec-value', 'Node.spec.providerID=hcloud', ['provider party:hetzner']],
      ['spec-value', 'Node.spec.providerID=oci', ['provider party:oracle']],
      ['spec-value', 'Node.spec.providerID=openstack', ['provider party:openstack-cloud']],
      ['spec-value', 'Node.spec.providerID=libvirt', []],
    ]))

  test('controllers of classes', () =>
    check([
      ['spec-value', 'IngressClass.spec.controller=ingress.k8s.aws/alb', ['cloud-service service:aws-elastic-load-balancing']],
      ['spec-value', 'GatewayClass.spec.controllerName=kgateway.dev/kgateway', ['crd-operator platform:kgateway']],
      ['spec-value', 'IngressClass.spec.controller=our-town.nl/front-door', []],
    ]))

  test('a region stands beside the sign of its cloud', () =>
    check([
      ['api-group', 'rds.aws.upbound.io', ['region place:aws:eu-west-1'], 'eu-west-1'],
      ['api-group', 'rds.aws.upbound.io', ['!region place:aws:global'], 'global'],
      ['api-group', 'storage.azure.com', ['region place:azure:westeurope'], 'westeurope'],
      ['spec-path', 'ClusterSecretStore.spec.provider.aws', ['region place:aws:eu-west-1'], 'eu-west-1'],
      ['spec-path', 'ClusterIssuer.spec.acme.solvers.dns01.route53', ['region place:aws:eu-central-1'], 'eu-central-1'],
      ['spec-value', 'OpenTelemetryCollector.spec.config.exporters.awsxray.region=eu-west-1', ['region place:aws:eu-west-1']],
      ['spec-value', 'HelmRelease.spec.values.objectStorage.region=eu-central-1', []],
      ['exporter', 'cloudwatch_logs', ['region place:aws:eu-west-1', 'reports-to service:aws-cloudwatch-logs'], 'eu-west-1'],
    ]))

  test('a region that nodes are chosen by is of the cloud that runs the cluster', () => {
    check([['node-selector', 'topology.kubernetes.io/region', [], 'eu-west-3']])
    check([
      ['node-selector', 'topology.kubernetes.io/region', ['region place:aws:eu-west-3'], 'eu-west-3'],
      ['object-name', 'ConfigMap kube-system/aws-auth', ['cloud-service service:aws-eks']],
    ])
  })

  test('the scheme of a bucket says whose interface it is, and of S3 not whose store', () =>
    check([
      [
        'spec-value',
        'Cluster.spec.backup.barmanObjectStore.destinationPath=s3://',
        ['hints-at service:s3-interface', '!cloud-service service:aws-s3', '!provider party:amazon-web-services'],
      ],
      ['spec-value', 'InferenceService.spec.predictor.model.storageUri=gs://', ['cloud-service service:google-cloud-storage']],
      ['spec-path', 'Cluster.spec.backup.barmanObjectStore.azureCredentials', ['cloud-service service:azure-blob-storage']],
    ]))

  test('the catalogue that an operator is installed from', () =>
    check([
      ['spec-value', 'Subscription.spec.source=redhat-operators', ['runtime-download service:red-hat-container-catalog']],
      ['spec-value', 'Subscription.spec.source=our-own-catalogue', []],
    ]))

  test('columns whose name plainly says what they hold', () =>
    check([
      ['spec-value', 'sql.column=bsn', ['data-class data-class:personal data', 'data-class data-class:national identification number']],
      ['spec-value', 'sql.column=dateOfBirth', ['data-class data-class:personal data']],
      ['spec-value', 'sql.column=diagnosis', ['data-class data-class:health data']],
      ['spec-value', 'sql.column=iban', ['data-class data-class:financial data']],
      ['spec-value', 'sql.column=religion', ['data-class data-class:special categories of personal data']],
      ['spec-value', 'sql.column=name', []],
      ['spec-value', 'sql.column=ip_address', []],
      ['spec-value', 'sql.column=race', []],
    ]))
})

describe('custom resources', () => {
  test('the operator behind a group', () =>
    check([
      ['api-group', 'networking.istio.io', ['crd-operator platform:istio']],
      ['api-group', 'monitoring.coreos.com', ['crd-operator platform:prometheus-operator']],
      ['api-group', 'acid.zalan.do', ['crd-operator platform:postgres-operator-zalando']],
      ['api-group', 'ray.io', ['crd-operator operator:KubeRay']],
      ['api-group', 'flagger.app', ['crd-operator platform:flagger']],
      ['api-group', 'monitoring.googleapis.com', ['crd-operator platform:google-managed-prometheus-operator', 'cloud-service service:google-managed-prometheus']],
      ['api-group', 'application.giantswarm.io', ['crd-operator platform:giant-swarm']],
      ['api-group', 'network.deckhouse.io', ['crd-operator platform:deckhouse']],
      ['api-group', 'services.cloud.sap.com', ['crd-operator platform:sap-btp-service-operator']],
      ['api-group', 'postgresql.sql.crossplane.io', ['crd-operator platform:crossplane']],
      ['api-group', 's3.aws.upbound.io', ['crd-operator platform:crossplane-provider-aws', '!crd-operator platform:crossplane']],
      ['api-group', 'instance.scaleway.upbound.io', ['crd-operator platform:crossplane', 'provider party:scaleway']],
      ['annotation-key', 'cert-manager.io/cluster-issuer', ['crd-operator platform:cert-manager']],
      ['api-group', 'apps', []],
      ['api-group', 'example.org', []],
    ]))

  test('groups that make things in a cloud, known or new', () =>
    check([
      ['api-group', 's3.services.k8s.aws', ['cloud-service service:aws-s3', 'provider party:amazon-web-services']],
      ['api-group', 'brandnew.services.k8s.aws', ['provider party:amazon-web-services', 'crd-operator platform:aws-controllers-for-kubernetes']],
      ['api-group', 'sql.cnrm.cloud.google.com', ['cloud-service service:google-cloud-sql']],
      ['api-group', 'storage.azure.com', ['provider party:microsoft']],
      ['api-group', 'rds.aws.upbound.io', ['cloud-service service:aws-rds']],
      ['api-kind', 'infrastructure.cluster.x-k8s.io/AWSCluster', ['cloud-service service:aws-ec2']],
    ]))

  test('choices within a resource', () =>
    check([
      ['spec-path', 'ClusterSecretStore.spec.provider.azurekv', ['key-management service:azure-key-vault']],
      ['spec-path', 'SecretStore.spec.provider.vault', ['!provider party:hashicorp']],
      ['spec-path', 'ClusterIssuer.spec.acme.solvers.dns01.route53', ['cloud-service service:aws-route-53']],
      ['spec-value', 'ScaledObject.spec.triggers.type=aws-sqs-queue', ['cloud-service service:aws-sqs']],
      ['spec-value', 'ScaledObject.spec.triggers.type=gcp-brandnew', ['provider party:google']],
      ['spec-value', 'ScaledObject.spec.triggers.type=kafka', []],
      ['spec-path', 'receivers.slack_configs', ['external-service service:slack']],
      ['spec-path', 'AlertmanagerConfig.spec.receivers.slackConfigs', ['external-service service:slack']],
      ['spec-value', 'BackupStorageLocation.spec.provider=aws', ['hints-at service:aws-s3', '!cloud-service service:aws-s3']],
      ['argument', '--provider=google', ['hints-at service:google-cloud-dns', '!cloud-service service:google-cloud-dns']],
      ['argument', '--google-zone-visibility=private', ['cloud-service service:google-cloud-dns']],
    ]))

  test('a load balancer is the cloud’s where the cluster is', () => {
    check([['spec-value', 'Service.spec.type=LoadBalancer', []]])
    check([
      ['spec-value', 'Service.spec.type=LoadBalancer', ['cloud-service service:google-cloud-load-balancing', '!cloud-service service:aws-elastic-load-balancing']],
      ['service-account-annotation', 'iam.gke.io/gcp-service-account', ['cloud-service service:google-kubernetes-engine']],
    ])
  })
})

describe('hosts', () => {
  test('say whose they are, and in which region', () =>
    check([
      ['host', 'orders.abc123.eu-west-1.rds.amazonaws.com', ['cloud-service service:aws-rds', 'region place:aws:eu-west-1']],
      ['host', 'kms.eusc-de-east-1.amazonaws.eu', ['region place:aws:eusc-de-east-1']],
      ['host', 'sts.googleapis.com', ['cloud-service service:google-cloud-iam']],
      ['host', 'metadata.google.internal', ['run-by service:google-apis', '!cloud-service service:google-compute-engine']],
      ['host', 'store.blob.core.windows.net', ['cloud-service service:azure-blob-storage']],
      ['host', 'bucket.s3.fr-par.scw.cloud', ['cloud-service service:scaleway-object-storage', 'region place:scaleway:fr-par']],
      ['host', 'www123.your-server.de', ['cloud-service service:hetzner-web-hosting', '!cloud-service service:hetzner-cloud-servers']],
      ['host', 'deb.nodesource.com', ['run-by service:nodesource-packages', '!run-by service:nodejs-downloads']],
      ['host', 'packages.cloud.google.com', ['run-by service:google-downloads', '!run-by service:kubernetes-packages']],
      ['host', 'eu.hooks.slack.com', ['external-service service:slack']],
      ['host', 'charts.jetstack.io', ['run-by service:jetstack-charts']],
      ['host', 'gitlab.opencode.de', ['run-by service:opencode']],
      ['host', 'accounts.google.com', ['!identity-provider service:google-sign-in']],
      ['host', 'login.microsoftonline.com', ['identity-provider service:microsoft-entra-id']],
      ['host', 'town.ciamlogin.com', ['identity-provider service:microsoft-entra-external-id', '!identity-provider service:microsoft-entra-id']],
      ['host', 'portal.westeurope.cloudapp.azure.com', ['region place:azure:westeurope']],
    ]))

  test('of one particular service need not be told of as the cloud’s at large', () =>
    check([
      ['host', 'orders.abc123.eu-west-1.rds.amazonaws.com', ['cloud-service service:aws-rds', '!run-by service:aws-apis']],
      ['host', 'db.postgres.database.azure.com', ['cloud-service service:azure-database-for-postgresql', '!run-by service:azure-apis']],
      ['host', 'bucket.s3.fr-par.scw.cloud', ['!run-by service:scaleway-apis']],
      ['host', 'brandnew.eu-west-1.amazonaws.com', ['run-by service:aws-apis', 'region place:aws:eu-west-1']],
      ['purl', 'pkg:npm/%40aws-sdk/client-s3@3.1.0', ['hints-at service:aws-s3', '!hints-at service:aws-apis']],
    ]))

  test('that only look like another’s are left alone', () =>
    check([
      ['host', 'notamazonaws.com', []],
      ['host', 'amazonaws.com.evil.example.org', []],
      ['host', 'myslack.com', []],
      ['host', 'openai.com.example.org', []],
      ['host', 'xmanagement.azure.com.example.org', []],
      ['host', 'api.openai.com.proxy.example.org', []],
      ['host', 'kafka.managedkafka.example.org', []],
    ]))

  test('at which AI answers', () =>
    check([
      ['host', 'api.openai.com', ['ai-endpoint host:api.openai.com', 'run-by service:openai-api']],
      ['host', 'team-a.openai.azure.com', ['ai-endpoint host:team-a.openai.azure.com', 'cloud-service service:azure-openai']],
      ['host', 'bedrock-runtime.eu-central-1.amazonaws.com', ['ai-endpoint host:bedrock-runtime.eu-central-1.amazonaws.com', 'region place:aws:eu-central-1']],
      ['host', 'api.mistral.ai', ['run-by service:mistral-api']],
      ['host', 'api.scaleway.ai', ['run-by service:scaleway-generative-apis']],
      ['host', 'api.infomaniak.com', ['hints-at service:infomaniak-ai', '!ai-endpoint host:api.infomaniak.com']],
      ['host', 'router.huggingface.co', ['ai-endpoint host:router.huggingface.co']],
    ]))

  test('at which logs and measurements are taken', () =>
    check([
      ['host', 'http-intake.logs.datadoghq.eu', ['reports-to service:datadog']],
      ['host', 'o1.ingest.de.sentry.io', ['reports-to service:sentry']],
      ['host', 'otlp-gateway-prod-eu-west-2.grafana.net', ['reports-to service:grafana-cloud']],
      ['host', 'grafana.com', ['!reports-to service:grafana-cloud']],
    ]))
})

describe('settings', () => {
  test('of services, whatever their value', () =>
    check([
      ['env-name', 'SENDGRID_API_KEY', ['external-service service:sendgrid']],
      ['env-name', 'SHOP_STRIPE_SECRET_KEY', ['external-service service:stripe']],
      ['env-name', 'TWILIO_ACCOUNT_SID', ['external-service service:twilio']],
      ['env-name', 'AUTH0_DOMAIN', ['identity-provider service:auth0']],
      ['env-name', 'ANTHROPIC_API_KEY', ['ai-endpoint service:anthropic-api']],
      ['env-name', 'MISTRAL_API_KEY', ['ai-endpoint service:mistral-api']],
      ['env-name', 'AZURE_OPENAI_ENDPOINT', ['cloud-service service:azure-openai', 'ai-endpoint host:x.openai.azure.com'], 'https://x.openai.azure.com/'],
      ['env-name', 'HF_TOKEN', ['runtime-download service:hugging-face']],
      ['env-name', 'SPANNER_CONNECTION_STRING', ['cloud-service service:google-spanner']],
      ['env-name', 'HCLOUD_TOKEN', ['provider party:hetzner']],
      ['env-name', 'POSTNL_API_KEY', ['external-service service:postnl']],
      ['env-name', 'OPENAI_API_KEY', ['hints-at service:openai-api', '!ai-endpoint service:openai-api']],
      ['env-name', 'SENTRY_DSN', ['hints-at service:sentry', '!external-service service:sentry']],
      ['env-name', 'AWS_REGION', ['region place:aws:eu-west-1', '!provider party:amazon-web-services'], 'eu-west-1'],
      ['env-name', 'AWS_REGION', ['!region place:aws:fr-par'], 'fr-par'],
      ['env-name', 'AZURE_REGION', ['region place:azure:westeurope', '!provider party:microsoft'], 'westeurope'],
      ['env-name', 'AZURE_REGION', ['!region place:azure:global'], 'global'],
      ['env-name', 'GOOGLE_CLOUD_REGION', ['region place:gcp:europe-west4'], 'europe-west4'],
    ]))

  test('whose names only resemble', () =>
    check([
      ['env-name', 'REDIS_PUBSUB_TOPIC', []],
      ['env-name', 'GAME_CLOUD_ID', []],
      ['env-name', 'MYCO_API_KEY', []],
      ['env-name', 'ACME_CO_API_KEY', []],
      ['env-name', 'SSH_TUNNEL_TOKEN', []],
      ['env-name', 'MAILBOX_CLIENT_ID', []],
      ['env-name', 'SPANNER_EMULATOR_HOST', []],
      ['env-name', 'PAYMENT_SERVICE_ADDR', []],
      ['env-name', 'EMAIL_SERVICE_ADDR', []],
      ['env-name', 'DATABASE_URL', []],
      ['env-name', 'OUR_AI_GATEWAY_API_KEY', ['!ai-endpoint service:vercel-ai-gateway']],
    ]))

  test('that say where logs go, who signs people in and where a model answers', () =>
    check([
      ['env-name', 'DD_API_KEY', ['external-service service:datadog', 'reports-to service:datadog']],
      ['env-name', 'OTEL_EXPORTER_OTLP_ENDPOINT', ['reports-to host:otel.town.nl'], 'https://otel.town.nl:4318'],
      ['env-name', 'OTEL_EXPORTER_OTLP_ENDPOINT', [], 'http://collector:4317'],
      ['env-name', 'OIDC_OP_URL', ['identity-provider host:id.town.nl'], 'https://id.town.nl/realms/a'],
      ['env-name', 'OLLAMA_BASE_URL', ['ai-endpoint host:models.town.nl'], 'http://models.town.nl:11434'],
      ['env-name', 'OLLAMA_HOST', [], '0.0.0.0:11434'],
      ['exporter', 'googlecloud', ['cloud-service service:google-cloud-observability', 'reports-to service:google-cloud-observability']],
      ['exporter', 'datadog_logs', ['reports-to service:datadog']],
      ['exporter', 'datadog', ['reports-to service:datadog', 'reports-to host:datadoghq.eu'], 'datadoghq.eu'],
      ['exporter', 'awss3', ['cloud-service service:aws-s3', 'reports-to service:aws-s3']],
      ['spec-path', 'receivers.slack_configs', ['reports-to service:slack']],
      ['spec-path', 'receivers.pagerduty_configs', ['reports-to service:pagerduty']],
      ['spec-path', 'receivers.opsgenie_configs', ['reports-to service:atlassian-cloud']],
      ['spec-path', 'receivers.msteams_configs', ['reports-to service:microsoft-teams']],
      ['spec-path', 'receivers.webhook_configs', []],
      ['spec-value', 'Provider.spec.type=slack', ['reports-to service:slack']],
      ['exporter', 'loki', []],
      ['image', 'docker.io/datadog/agent:7', ['reports-to service:datadog']],
      ['image', 'docker.io/newrelic/infrastructure-k8s:3', ['reports-to service:new-relic']],
      ['compose-path', 'services.*.logging.driver=awslogs', ['cloud-service service:aws-cloudwatch-logs', 'reports-to service:aws-cloudwatch-logs']],
    ]))

  test('that name a model, and those that only sound so', () =>
    check([
      ['env-name', 'LLM', ['ai-model model:llama2'], 'llama2'],
      ['env-name', 'EMBEDDING_MODEL', ['ai-model model:sentence_transformer'], 'sentence_transformer'],
      ['env-name', 'AZURE_OPENAI_DEPLOYMENT', ['ai-model model:gpt-4o'], 'gpt-4o'],
      ['env-name', 'AZURE_OPENAI_DEPLOYMENT', ['!ai-model model:prod-chat'], 'prod-chat'],
      ['env-name', 'MODEL', ['ai-model model:mistral-small-latest'], 'mistral-small-latest'],
      ['env-name', 'MODEL', [], 'station-wagon'],
      ['env-name', 'CHAT_MODEL', [], '/models/chat.gguf'],
      ['env-name', 'LLM_MODEL', [], 'default'],
      ['env-name', 'CAR_MODEL', [], 'polo'],
      ['env-name', 'LITELLM_MODEL', ['cloud-service service:azure-openai'], 'azure/gpt-4o'],
      ['env-name', 'WHISPER_MODEL', ['ai-model model:whisper'], 'large-v3'],
      ['argument', '--model=mistralai/Mistral-7B-Instruct-v0.3', ['ai-model model:mistralai/Mistral-7B-Instruct-v0.3', 'runtime-download service:hugging-face']],
      ['argument', '--model=5', []],
    ]))
})

describe('packages and commands', () => {
  test('a package is a hint and never proof', () =>
    check([
      ['purl', 'pkg:npm/openai@4.0.0', ['hints-at service:openai-api', '!ai-endpoint service:openai-api']],
      ['purl', 'pkg:pypi/boto3@1.34.0', ['hints-at service:aws-apis', '!provider party:amazon-web-services']],
      ['purl', 'pkg:npm/%40sentry/node@8.0.0', ['hints-at service:sentry']],
      ['purl', 'pkg:npm/keycloak-js@26.0.0', ['hints-at platform:keycloak']],
      ['purl', 'pkg:npm/openai-mock@1.0.0', []],
      ['purl', 'pkg:npm/left-pad@1.3.0', []],
    ]))

  test('a package manager says which archive', () =>
    check([
      ['command', 'pip install', ['runtime-download service:pypi']],
      ['command', 'apt-get install', ['runtime-download service:debian-or-ubuntu-archive']],
      ['command', 'ollama pull', ['runtime-download service:ollama-library']],
      ['command', 'helm version', []],
    ]))
})

describe('Terraform and bills of materials', () => {
  test('types, providers, settings and groups', () =>
    check([
      ['terraform-type', 'aws_dynamodb_table', ['cloud-service service:aws-dynamodb']],
      ['terraform-type', 'azurerm_resource_group', ['!cloud-service service:azure-resource-manager']],
      ['terraform-type', 'random_id', []],
      ['terraform-provider', 'openstack', ['provider party:openstack-cloud']],
      ['spec-path', 'aws_eks_cluster.enabled_cluster_log_types', ['cloud-service service:aws-cloudwatch-logs']],
      ['spec-path', 'google_compute_firewall.log_config.metadata', ['cloud-service service:google-cloud-logging']],
      ['spec-value', 'sse_algorithm=aws:kms', ['key-management service:aws-kms']],
      ['spec-value', 'aws_flow_log.log_destination_type=s3', []],
      ['service-group', 'com.amazon', ['cloud-service service:aws-s3', 'provider party:amazon-web-services'], 'S3'],
      ['service-group', 'org.postgresql', [], 'Postgres'],
      ['spec-value', 'machine-learning-model.supplier.name=Hugging Face', ['runtime-download service:hugging-face']],
    ]))
})
