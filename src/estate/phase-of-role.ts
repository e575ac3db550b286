import type { Phase, Role } from './claim.ts'

/**
 * When a link of this role is needed, unless its claim says otherwise: images and registries at the next start, packages
 * and modules at the next build, called hosts and cloud services all the time, and so on (design defaults).
 */
export function phaseOfRole(role: Role): Phase {
  switch (role) {
    case 'registry':
    case 'image':
    case 'runtime-download':
      return 'deploy'
    case 'package-ecosystem':
    case 'module-registry':
    case 'published-by':
    case 'distributed-by':
      return 'build'
    case 'reports-to':
      return 'monitor'
    case 'supported-by':
      return 'support'
    case 'covered-by':
      return 'licence'
    case 'backed-up-in':
      return 'recover'
    default:
      return 'run'
  }
}
