import { backstage } from './backstage/index.ts'
import { compose } from './compose/index.ts'
import { cyclonedx } from './cyclonedx/index.ts'
import { deltaplanYaml } from './deltaplan-yaml/index.ts'
import { deltaplanSchema as schemaOfDeltaplan } from './deltaplan-yaml/schema.ts'
import { settingsOf as settingsOfDeltaplan } from './deltaplan-yaml/settings.ts'
import { dns } from './dns/index.ts'
import { dockerfile } from './dockerfile/index.ts'
import { doraRegister } from './dora-register/index.ts'
import type { Importer } from './importer.ts'
import { inventory } from './inventory/index.ts'
import { kubernetes } from './kubernetes/index.ts'
import { lockfiles } from './lockfiles/index.ts'
import { spdx } from './spdx/index.ts'
import { supplierRegister } from './supplier-register/index.ts'
import { terraform } from './terraform/index.ts'

/** All importers, in the order of their ids. Exactly one may recognise a file. */
export const importers: readonly Importer[] = [
  backstage,
  compose,
  cyclonedx,
  deltaplanYaml,
  dns,
  dockerfile,
  doraRegister,
  inventory,
  kubernetes,
  lockfiles,
  spdx,
  supplierRegister,
  terraform,
]

/** The published form of the organisation's own file, which other rooms may show but do not know. */
export const deltaplanSchema = schemaOfDeltaplan

/** What the organisation decided for all importers. Asked before anything else is read. */
export const settingsOf = settingsOfDeltaplan
