import { idOf, type Says } from '#estate/claim.ts'
import { type Bill, ownName } from '../bill.ts'
import { sayHeld } from '../bill-data.ts'
import { listPackage, rememberEcosystem, sayPackage } from '../bill-packages.ts'
import { saySystem } from '../bill-systems.ts'
import type { Part, PartPlace } from './document.ts'
import { rememberDownloads } from './downloads.ts'
import { checkName, type Identity, identityOf } from './identity.ts'
import { makersOf, saysOf } from './makers.ts'
import { readData, readModel } from './models.ts'

/** Says of a part what it is and where it is fetched from. That an image is there was said before, since it holds other parts. */
export function readPart(bill: Bill, part: Part, where: PartPlace): void {
  const identity = identityOf(bill, part)
  switch (part.kind) {
    case 'package':
      readPackage(bill, part, { ...where, identity })
      break
    case 'system':
      readSystem(bill, part, { ...where, identity })
      break
    case 'device':
    case 'firmware':
      readHardware(bill, part, where)
      break
    case 'model':
      readModel(bill, part, { ...where, identity })
      break
    case 'data':
      readData(bill, part, where)
      break
  }
  rememberDownloads(bill, part, { ...where, identity, phase: where.holder.phase === 'build' || part.kind === 'package' || part.kind === 'system' ? 'build' : 'deploy' })
}

type Known = PartPlace & { readonly identity: Identity }

/** Lists a package in what holds it. What comes with the surroundings is needed and not inside. Files list millions, so no more. */
function readPackage(bill: Bill, part: Part, where: Known): void {
  const { key, purl, basis } = where.identity
  const { name, cpe } = part
  if (where.isProvided) sayPackage(bill, { key, name, says: saysOf(part, key) }, where, 'needs')
  else listPackage(bill, { key, name, cpe }, where, () => saidOf(part, key))
  if (purl === undefined) return
  rememberEcosystem(bill, { key, purl, basis }, where)
  if (basis === 'inferred') checkName(bill, part, where.identity)
}

function saidOf(part: Part, key: string): Says | undefined {
  const says = saysOf(part, key)
  return Object.keys(says).length === 0 ? undefined : says
}

/** An operating system: a package like others, and the system that its holder runs on. */
function readSystem(bill: Bill, part: Part, where: Known): void {
  const { key } = where.identity
  const id = sayPackage(bill, { key, name: part.name, says: { ...saysOf(part, key), type: 'operating-system' } }, where, where.isProvided ? 'needs' : 'contains')
  makersOf(bill, part, { id, state: where.holder.state, keys: where.keys })
  saySystem(bill, part, where)
}

/** A device or its firmware. Its supplier makes or sells it and runs nothing. */
function readHardware(bill: Bill, part: Part, where: PartPlace): void {
  const id = idOf('hardware', ownName(bill, part))
  sayHeld(bill, { id, name: part.name, says: { ...saysOf(part, ''), type: part.kind } }, where)
  makersOf(bill, part, { id, state: where.holder.state, keys: where.keys })
}
