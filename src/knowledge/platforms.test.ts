import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SignKind } from '#estate/signal.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { readKnowledge } from './knowledge.ts'
import { matcherOf } from './rules.ts'

/** What is known of platforms, as it lies in `data/`: whether known things find the platform they should, and nothing else. */
const { knowledge } = readKnowledge(knowledgeFiles(join(process.cwd(), 'data')).files)
const matcher = matcherOf(knowledge)

/** The platforms that a text shows, with the release where the text names one. A hint shows nothing. */
function shown(on: SignKind, text: string): readonly string[] {
  const found = matcher.matches(on, text).flatMap(({ owned, groups }) => {
    if (owned.folder !== 'platforms' || owned.rule.role === 'hints-at') return []
    const version = (owned.rule.version ?? '').replace(/\$(\d)/g, (_, at) => groups[Number(at) - 1] ?? '')
    return [version === '' || version === '$value' ? owned.id : `${owned.id} ${version}`]
  })
  const named = new Set(found.filter((one) => one.includes(' ')).map((one) => one.split(' ')[0]))
  return [...new Set(found.filter((one) => one.includes(' ') || !named.has(one)))].sort()
}

/** Image, and the platforms in it; nothing where it holds none that we know. */
const images: readonly (readonly [string, string])[] = [
  ['docker.io/library/postgres:16', 'postgresql'],
  ['docker.io/library/postgres', 'postgresql'],
  ['public.ecr.aws/docker/library/postgres:15-bookworm', 'debian bookworm, postgresql'],
  ['harbor.example.org/hub/library/postgres:13', 'postgresql'],
  ['localhost:5000/library/postgres:13', 'postgresql'],
  ['docker.io/bitnami/postgresql:16.2.0-debian-12-r5', 'debian 12, postgresql'],
  ['docker.io/bitnamilegacy/postgresql:14.5.0', 'postgresql'],
  ['ghcr.io/cloudnative-pg/postgresql:16.2', 'postgresql'],
  ['ghcr.io/cloudnative-pg/cloudnative-pg:1.24.1', 'cloudnative-pg'],
  ['docker.io/timescale/timescaledb:2.14.2-pg16', 'postgresql'],
  ['registry.redhat.io/rhel9/postgresql-15:1-72', 'rhel 9'],
  ['quay.io/sclorg/mysql-80-c9s:latest', 'centos-stream 9'],
  ['docker.io/bitnami/postgres-exporter:0.15.0', ''],
  ['quay.io/prometheuscommunity/postgres-exporter:v0.15.0', ''],
  ['docker.io/prom/mysqld-exporter:v0.15.1', ''],
  ['docker.io/bitnami/mongodb-exporter:0.40', ''],
  ['docker.io/oliver006/redis_exporter:v1.58.0', ''],
  ['docker.io/rediscommander/redis-commander:latest', ''],
  ['docker.io/nginx/nginx-prometheus-exporter:1.1.0', ''],
  ['docker.io/dpage/pgadmin4:8', ''],
  ['docker.io/library/phpmyadmin:5', ''],
  ['docker.io/traefik/whoami:v1.10', ''],
  ['docker.io/minio/mc:latest', ''],
  ['registry.example.org/team/nginx-app:1.0', ''],
  ['registry.example.org/team/postgres-backup:16', ''],
  ['registry.k8s.io/pause:3.9', ''],
  ['docker.io/library/redis:7.2-alpine3.19', 'alpine 3.19, redis'],
  ['docker.io/valkey/valkey:8.0', 'valkey'],
  ['docker.io/library/mariadb:10.6.4-focal', 'mariadb, ubuntu focal'],
  ['docker.io/library/mongo:7', 'mongodb'],
  ['mcr.microsoft.com/mssql/server:2022-latest', 'mssql'],
  ['container-registry.oracle.com/database/enterprise:19.3.0.0', 'oracle-database'],
  ['docker.elastic.co/elasticsearch/elasticsearch:8.12.0', 'elasticsearch'],
  ['quay.io/strimzi/kafka:0.40.0-kafka-3.7.0', 'kafka 3.7'],
  ['quay.io/strimzi/operator:0.40.0', 'strimzi'],
  ['docker.io/library/debian:bookworm-slim', 'debian bookworm'],
  ['docker.io/library/ubuntu:22.04', 'ubuntu'],
  ['docker.io/library/python:3.12-slim-bookworm', 'debian bookworm, python'],
  ['docker.io/library/node:20-bullseye', 'debian bullseye, nodejs'],
  ['docker.io/library/eclipse-temurin:17-jre-jammy', 'eclipse-temurin, ubuntu jammy'],
  ['docker.io/library/maven:3.9-eclipse-temurin-21', 'eclipse-temurin 21'],
  ['docker.io/library/wordpress:6.5-php8.2-apache', 'php 8.2, wordpress'],
  ['gcr.io/distroless/java17-debian12:nonroot', 'debian 12, distroless, eclipse-temurin 17'],
  ['mcr.microsoft.com/dotnet/aspnet:8.0', 'dotnet'],
  ['mcr.microsoft.com/windows/servercore:ltsc2022', 'windows-server'],
  ['registry.access.redhat.com/ubi8/ubi-minimal:8.10', 'rhel 8'],
  ['registry.access.redhat.com/ubi9/openjdk-17-runtime:1.18', 'red-hat-build-of-openjdk 17, rhel 9'],
  ['registry.suse.com/bci/bci-base:15.6', 'sles 15.6'],
  ['docker.io/library/oraclelinux:9-slim', 'oracle-linux'],
  ['public.ecr.aws/lambda/nodejs:20', 'aws-lambda-runtimes nodejs20'],
  ['docker.io/nginxinc/nginx-unprivileged:1.27', 'nginx'],
  ['docker.io/nginx/nginx-ingress:3.4.3', 'nginx-ingress-controller-f5'],
  ['registry.k8s.io/ingress-nginx/controller:v1.9.4', 'ingress-nginx'],
  ['registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.4.0', ''],
  ['docker.io/library/traefik:v3.0', 'traefik'],
  ['docker.io/envoyproxy/envoy:v1.29-latest', 'envoy'],
  ['docker.io/istio/proxyv2:1.20.3', 'istio'],
  ['quay.io/keycloak/keycloak:26.3', 'keycloak'],
  ['docker.io/hashicorp/vault:1.15.6', 'vault'],
  ['docker.io/hashicorp/vault-csi-provider:1.4.1', ''],
  ['docker.io/minio/minio:latest', 'minio'],
  ['quay.io/prometheus/prometheus:v3.13.2', 'prometheus'],
  ['quay.io/prometheus/node-exporter:v1.12.1', ''],
  ['docker.io/grafana/grafana:13.1.3', 'grafana'],
  ['docker.io/grafana/grafana-image-renderer:3.10', ''],
  ['quay.io/jetstack/cert-manager-controller:v1.14.3', 'cert-manager'],
  ['docker.io/rancher/k3s:v1.28.6-k3s2', 'k3s'],
  ['docker.io/gitlab/gitlab-ce:16.9.1-ce.0', 'gitlab'],
  ['docker.io/ollama/ollama:0.1.29', 'ollama'],
]

const signs: readonly (readonly [SignKind, string, string])[] = [
  ['spec-value', 'operating-system.name=debian', 'debian'],
  ['spec-value', 'operating-system.name=Red Hat Enterprise Linux', 'rhel'],
  ['spec-value', 'operating-system.name=Microsoft Windows Server 2019 Datacenter', 'windows-server 2019'],
  ['spec-value', 'operating-system.name=Windows Server 2012 R2', 'windows-server 2012-r2'],
  ['spec-value', 'operating-system.name=Ubuntu 24.04.1 LTS', 'ubuntu 24.04'],
  ['spec-value', 'operating-system.name=Red Hat Enterprise Linux 8.10', 'rhel 8.10'],
  ['spec-value', 'operating-system.name=Container-Optimized OS from Google', 'container-optimized-os'],
  ['spec-value', 'operating-system.name=SUSE Linux Enterprise Server', 'sles'],
  ['spec-value', 'operating-system.name=SUSE Linux Enterprise Server 15 SP7', 'sles 15.7'],
  ['spec-value', 'Node.status.nodeInfo.osImage=SUSE Linux Enterprise Server 15 SP7', 'sles 15.7'],
  ['spec-value', 'Node.status.nodeInfo.osImage=Red Hat Enterprise Linux CoreOS 417.94.202411050056-0', 'openshift 4.17'],
  ['spec-value', 'Node.status.nodeInfo.osImage=Red Hat Enterprise Linux CoreOS 9.6.20250523-0 (Plow)', ''],
  ['spec-value', 'Node.status.nodeInfo.kubeletVersion=v1.30.2', 'kubernetes 1.30.2'],
  ['spec-value', 'Node.status.nodeInfo.kubeletVersion=v1.30.2-eks-1552ad0', 'amazon-eks 1.30.2'],
  ['spec-value', 'Node.status.nodeInfo.kubeletVersion=v1.30.2-gke.1587003', 'google-kubernetes-engine 1.30.2'],
  ['spec-value', 'Node.status.nodeInfo.kubeletVersion=v1.30.2+k3s1', 'k3s 1.30.2'],
  ['spec-value', 'Node.status.nodeInfo.kubeletVersion=v1.30.2+rke2r1', 'rke2 1.30.2'],
  ['spec-value', 'Node.status.nodeInfo.kubeletVersion=v1.27.6+f67aeb3', ''],
  ['spec-value', 'Node.status.nodeInfo.containerRuntimeVersion=containerd://1.7.11', 'containerd 1.7.11'],
  ['spec-value', 'Node.status.nodeInfo.containerRuntimeVersion=cri-o://1.27.1-8.rhaos4.14.git3fecb83.el9', 'cri-o 1.27.1'],
  ['spec-value', 'Node.status.nodeInfo.containerRuntimeVersion=docker://20.10.24', 'docker-engine 20.10.24'],
  ['spec-value', 'IngressClass.spec.controller=k8s.io/ingress-nginx', 'ingress-nginx'],
  ['spec-value', 'GatewayClass.spec.controllerName=gateway.envoyproxy.io/gatewayclass-controller', 'envoy-gateway'],
  ['component-name', 'Microsoft SQL Server 2014@12.0.6449.1', 'mssql 12.0-sp3'],
  ['component-name', 'Microsoft SQL Server 2014@12.0.2000.8', 'mssql 12.0'],
  ['component-name', 'Microsoft SQL Server 2014', 'mssql 2014'],
  ['component-name', 'Microsoft SQL Server 2016 SP2', 'mssql 13.0-sp2'],
  ['component-name', 'Microsoft SQL Server 2019 (64-bit)@15.0.2000.5', 'mssql'],
  ['component-name', 'SQL Server 2022 Standard Edition', 'mssql 2022'],
  ['component-name', 'Microsoft SQL Server 2012 Native Client@11.4.7462.6', ''],
  ['component-name', 'Microsoft SQL Server Management Studio - 18.9.1@15.0.18386.0', ''],
  ['component-name', 'Java SE Runtime Environment 8@8u202', 'oracle-java-se 8'],
  ['component-name', 'Java(TM) SE Development Kit 17.0.9 (64-bit)@17.0.9.0', 'oracle-java-se 17'],
  ['component-name', 'Java 8 Update 202 (64-bit)@8.0.2020.8', 'oracle-java-se 8'],
  ['component-name', 'Eclipse Temurin JDK with Hotspot 21.0.1+12 (x64)@21.0.1.12', 'eclipse-temurin 21'],
  ['component-name', 'Java Servlet API@4.0', ''],
  ['component-name', 'postgresql@42.3.1', ''],
  ['component-name', 'PostgreSQL 13 (x64)@13.4-1', 'postgresql 13'],
  ['component-name', 'MySQL Connector/J@8.0', ''],
  ['cpe', 'cpe:2.3:a:microsoft:sql_server_2014:12.0.6449.1:*:*:*:*:*:*:*', 'mssql 12.0-sp3'],
  ['cpe', 'cpe:2.3:a:microsoft:sql_server:2016:sp3:*:*:*:*:*:*', 'mssql 13.0-sp3'],
  ['cpe', 'cpe:/a:microsoft:sql_server:2019', 'mssql 2019'],
  ['cpe', 'cpe:2.3:a:microsoft:sql_server_management_studio:18.9:*:*:*:*:*:*:*', ''],
  ['cpe', 'cpe:2.3:a:oracle:jre:1.8.0:update_202:*:*:*:*:*:*', 'oracle-java-se 8'],
  ['cpe', 'cpe:2.3:a:oracle:jdk:11.0.20:*:*:*:*:*:*:*', 'oracle-java-se 11'],
  ['cpe', 'cpe:2.3:a:postgresql:postgresql_jdbc_driver:42.2:*:*:*:*:*:*:*', ''],
  ['spec-value', 'aws_db_instance.engine=postgres', 'postgresql-on-amazon-rds'],
  ['spec-value', 'aws_db_instance.engine=mysql', 'mysql-on-amazon-rds'],
  ['spec-value', 'aws_db_instance.engine=mariadb', 'mariadb'],
  ['spec-value', 'aws_db_instance.engine=sqlserver-ee', 'mssql'],
  ['spec-value', 'aws_rds_cluster.engine=aurora-postgresql', 'postgresql-on-amazon-aurora'],
  ['spec-value', 'google_sql_database_instance.database_version=POSTGRES_15', 'postgresql 15'],
  ['spec-value', 'google_sql_database_instance.database_version=SQLSERVER_2019_STANDARD', 'mssql 2019'],
  ['spec-value', 'hcloud_server.image=ubuntu-22.04', 'ubuntu 22.04'],
  ['spec-value', 'google_compute_instance.image=debian-cloud/debian-12', 'debian 12'],
  ['spec-value', 'openstack_compute_instance_v2.image_name=Ubuntu 24.04', 'ubuntu 24.04'],
  ['spec-value', 'aws_lambda_function.runtime=nodejs18.x', 'aws-lambda-runtimes nodejs18.x'],
  ['terraform-type', 'aws_eks_cluster', 'amazon-eks'],
  ['terraform-type', 'azurerm_postgresql_flexible_server', 'postgresql-on-azure'],
  ['terraform-type', 'azurerm_mssql_server', ''],
  ['api-group', 'networking.istio.io', 'istio'],
  ['api-group', 'monitoring.coreos.com', 'prometheus-operator'],
  ['api-group', 'gateway.networking.k8s.io', 'gateway-api'],
  ['api-group', 'route.openshift.io', 'openshift'],
  ['api-group', 'networking.k8s.io', ''],
  ['api-group', 'apps', ''],
  ['annotation-key', 'nginx.ingress.kubernetes.io/rewrite-target', 'ingress-nginx'],
  ['purl', 'pkg:golang/stdlib@1.21.5', 'go'],
  ['purl', 'pkg:generic/postgresql@16.2', 'postgresql'],
  ['purl', 'pkg:deb/debian/postgresql-client-15@15.6', ''],
  ['purl', 'pkg:npm/redis@4.6.0', ''],
  ['purl', 'pkg:golang/github.com/hashicorp/vault/api@1.12.0', ''],
]

describe('a known image finds its platforms, and no other', () => {
  test.each(images)('%s', (image, platforms) => expect(shown('image', image).join(', ')).toBe(platforms))
})

describe('a known sign finds its platforms, and no other', () => {
  test.each(signs)('%s %s', (on, text, platforms) => expect(shown(on, text).join(', ')).toBe(platforms))
})

/** Releases of products that are met most, as of August 2026. None of them may go missing. */
const releases: Readonly<Record<string, string>> = {
  rhel: '10 9 8 7 6 5',
  sles: '16.0 15.7 15.6 15.5 15.4 15.3 12.5',
  ubuntu: '26.04 25.10 25.04 24.10 24.04 23.10 22.04 20.04 18.04',
  debian: '13 12 11 10 9 8',
  alpine: '3.24 3.23 3.22 3.21 3.20 3.19',
  'windows-server': '2025 23h2-ac 2022 20h2-sac 2004-sac 1909-sac 2019 2016 2012-r2 2012',
  kubernetes: '1.36 1.35 1.34 1.33 1.32 1.31 1.17 1.16',
  openshift: '4.22 4.21 4.20 4.19 4.18 4.17',
  'amazon-eks': '1.36 1.35 1.34 1.33 1.32 1.31',
  'azure-kubernetes-service': '1.36 1.35 1.34 1.33 1.32 1.31',
  'google-kubernetes-engine': '1.36 1.35 1.34 1.33 1.32 1.31',
  'vmware-vsphere': '9.1 9.0 8.0 7.0 6.7 6.5',
  'proxmox-ve': '9 8 7 6 5 4',
  postgresql: '18 17 16 15 14 13',
  mysql: '9.7 9.6 9.5 9.4 9.3 9.2 8.4',
  mariadb: '12.3 12.2 12.1 12.0 11.8 11.7 11.4 10.11 10.6',
  mongodb: '8.3 8.2 8.1 8.0 7.3 7.2 7.0',
  redis: '8.10 8.8 8.6 8.4 8.2 8.0 7.4 7.2 6.2',
  mssql: '17.0 16.0 13.0-sp3-acp 13.0-sp3 15.0 12.0-sp3 14.0',
  'oracle-database': '23 21 19 18 12.2 12.1',
  elasticsearch: '9.5 9.4 9.3 9.2 9.1 8.19',
  nginx: '1.31 1.30 1.29 1.28 1.27 1.26',
  nodejs: '26 25 24 23 22 21 3 2 1',
  python: '3.14 3.13 3.12 3.11 3.10 3.9 3.5 3.4 3.3 3.2 2.7 3.1 3.0 2.6',
  'eclipse-temurin': '26 25 24 23 22 21 17 11 8',
  'oracle-java-se': '25 21 17 11 8 7',
  keycloak: '26.7 26.6 26.5 26.4 26.3 26.2',
  vault: '2.0 1.21 1.20 1.19 1.18 1.17',
  gitlab: '19.3 19.2 19.1 19.0 18.11 18.10',
  nextcloud: '34 33 32 31 30 29',
  rancher: '2.15 2.14 2.13 2.12 2.11 2.10',
  dotnet: '10 9 8 7 6 5',
  php: '8.5 8.4 8.3 8.2 8.1 8.0 7.4',
  go: '1.26 1.25 1.24 1.23 1.22 1.21',
}

test.each(Object.entries(releases))('every release of %s is there', (id, cycles) => {
  const known = knowledge.platforms.get(id)?.releases.map((release) => release.cycle) ?? []
  expect(cycles.split(' ').filter((cycle) => !known.includes(cycle))).toEqual([])
})

test('every platform with releases says when support of each ends, and when to look again', () => {
  const silent = [...knowledge.platforms].filter(
    ([, one]) => one.releases.some((release) => release.supportEnd === undefined) || (one.releases.length > 0 && one.review === undefined),
  )
  expect(silent.map(([id]) => id)).toEqual([])
})

test('facts that a criterion rests on have a source of their own', () => {
  const bare = [...knowledge.platforms].filter(([, one]) =>
    [one.securityTeam, one.indemnity, one.upgrade, ...one.upstream, ...one.certificates, ...one.tiers].some((fact) => fact !== undefined && fact.source === undefined),
  )
  expect(bare.map(([id]) => id)).toEqual([])
})

test('no rule takes long over a name that was made to be slow', () => {
  const slow = ['a-'.repeat(20_000), '/'.repeat(20_000), ':'.repeat(5_000), 'alpine-'.repeat(5_000), `x/${'0.'.repeat(20_000)}:`, `registry.redhat.io/${'a-rhel'.repeat(5_000)}`]
  slow.push(`SQL Server${' Enterprise'.repeat(5_000)}`, `Temurin${' JDK'.repeat(5_000)}`, `Zulu${' '.repeat(20_000)}`, `cpe:2.3:a:${'microsoft:'.repeat(5_000)}`)
  for (const text of slow)
    for (const on of ['image', 'spec-value', 'purl', 'api-group', 'component-name', 'cpe'] as const) expect(matcher.matches(on, text).length).toBeLessThan(50)
})
