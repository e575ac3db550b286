/** Volume types of Kubernetes' own from before there were drivers, by the plug-in's name that a StorageClass would give. */
export const inTreeDrivers: ReadonlyMap<string, string> = new Map([
  ['awsElasticBlockStore', 'kubernetes.io/aws-ebs'],
  ['gcePersistentDisk', 'kubernetes.io/gce-pd'],
  ['azureDisk', 'kubernetes.io/azure-disk'],
  ['azureFile', 'kubernetes.io/azure-file'],
  ['cinder', 'kubernetes.io/cinder'],
  ['vsphereVolume', 'kubernetes.io/vsphere-volume'],
  ['portworxVolume', 'kubernetes.io/portworx-volume'],
  ['rbd', 'kubernetes.io/rbd'],
  ['glusterfs', 'kubernetes.io/glusterfs'],
])
