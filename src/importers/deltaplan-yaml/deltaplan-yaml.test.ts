import { expect, test } from 'vitest'
import { checkImporter } from '../../../test/check-importer.ts'
import { deltaplanYaml } from './index.ts'

const fixtures = 'src/importers/deltaplan-yaml/fixtures'
for (const name of ['smallest.yaml', 'deltaplan.yaml', 'broken.yaml']) checkImporter(deltaplanYaml, `${fixtures}/${name}`)
