/** Groups that the API server of every cluster serves itself (https://kubernetes.io/docs/reference/kubernetes-api/). */
const ownGroups =
  /^(|apps|batch|autoscaling|policy|extensions|(admission|admissionregistration|apiextensions|apiregistration|auditregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|settings|storage|storagemigration|metrics|custom\.metrics|external\.metrics)\.k8s\.io)$/

/** Groups of files that a program on the command line or a node reads: no controller in the cluster stands behind them. */
const fileGroups =
  /^((?:[a-z]+\.)?(?:config|kubeadm|audit|kops|kind|imagepolicy|client\.authentication|apiserver)\.(?:x-)?k8s\.io|kind\.x-k8s\.io|eksctl\.io|k3d\.io|ctlptl\.dev|kpt\.dev|fn\.kpt\.dev|config\.kubernetes\.io|kubescape\.io)$/

/** Groups that borrow the form of Kubernetes objects and are none. */
const strangers = /^([a-z0-9-]+\.)?backstage\.io$/

const form = /^(?:v\d\w*|(?:(apps|batch|autoscaling|policy|extensions|[a-z0-9-]+(?:\.[a-z0-9-]+)+)\/v\d\w*))$/

/**
 * The group in an `apiVersion`; blank for the core.
 *
 * @returns nothing when the text is no `apiVersion` of a Kubernetes object
 */
export function groupIn(apiVersion: unknown): string | undefined {
  if (typeof apiVersion !== 'string' || apiVersion.length > 300) return undefined
  const parts = form.exec(apiVersion)
  const group = parts?.[1] ?? ''
  return parts && !strangers.test(group) ? group : undefined
}

/** Whether every cluster serves a group. */
export const isOwnGroup = (group: string): boolean => ownGroups.test(group)

/** Whether a group is there only once somebody's operator or platform serves it. */
export const needsOperator = (group: string): boolean => !ownGroups.test(group) && !fileGroups.test(group) && group.includes('.')
