import { type Level, levels } from './graph.ts'

/** What a kind of relationship says of who needs whom. */
export interface Relation {
  /** Which end needs the other, or holds it. */
  readonly needs: 'first' | 'second'
  readonly level: Level
}

const forward = (level: Level): Relation => ({ needs: 'first', level })
const backward = (level: Level): Relation => ({ needs: 'second', level })
const { run, provided, build, unused } = levels

/**
 * Relationships of SPDX 2.2 and 2.3 (clause 11, table 68) by which one thing needs another. What something was generated from, was
 * expanded from, is tested or built with, is needed at the next build; examples and documentation are never in use.
 */
export const relationsOfTwo: ReadonlyMap<string, Relation> = new Map(
  Object.entries({
    CONTAINS: forward(run),
    DEPENDS_ON: forward(run),
    STATIC_LINK: forward(run),
    DYNAMIC_LINK: forward(run),
    HAS_PREREQUISITE: forward(provided),
    GENERATED_FROM: forward(build),
    EXPANDED_FROM_ARCHIVE: forward(build),
    CONTAINED_BY: backward(run),
    DEPENDENCY_OF: backward(run),
    RUNTIME_DEPENDENCY_OF: backward(run),
    PACKAGE_OF: backward(run),
    DATA_FILE_OF: backward(run),
    PREREQUISITE_FOR: backward(provided),
    PROVIDED_DEPENDENCY_OF: backward(provided),
    BUILD_DEPENDENCY_OF: backward(build),
    BUILD_TOOL_OF: backward(build),
    DEV_DEPENDENCY_OF: backward(build),
    DEV_TOOL_OF: backward(build),
    GENERATES: backward(build),
    TEST_DEPENDENCY_OF: backward(build),
    TEST_TOOL_OF: backward(build),
    TEST_OF: backward(build),
    TEST_CASE_OF: backward(build),
    OPTIONAL_DEPENDENCY_OF: backward(unused),
    OPTIONAL_COMPONENT_OF: backward(unused),
    EXAMPLE_OF: backward(unused),
    DOCUMENTATION_OF: backward(unused),
  }),
)

/** Relationships that the format knows and by which nothing needs anything, but for what is read elsewhere. */
export const otherRelationsOfTwo: ReadonlySet<string> = new Set(
  (
    'DESCRIBES DESCRIBED_BY DEPENDENCY_MANIFEST_OF DISTRIBUTION_ARTIFACT PATCH_FOR PATCH_APPLIED COPY_OF FILE_ADDED FILE_DELETED FILE_MODIFIED METAFILE_OF VARIANT_OF ' +
    'ANCESTOR_OF DESCENDANT_OF AMENDS REQUIREMENT_DESCRIPTION_FOR SPECIFICATION_FOR OTHER'
  ).split(' '),
)

/** The same of SPDX 3 (Core, RelationshipType), where each kind has one direction alone. */
export const relationsOfThree: ReadonlyMap<string, Relation> = new Map(
  Object.entries({
    contains: forward(run),
    dependsOn: forward(run),
    hasStaticLink: forward(run),
    hasDynamicLink: forward(run),
    hasDataFile: forward(run),
    hasPrerequisite: forward(provided),
    hasProvidedDependency: forward(provided),
    hasHost: forward(build),
    hasInput: forward(build),
    hasTest: forward(build),
    hasTestCase: forward(build),
    testedOn: forward(build),
    trainedOn: forward(build),
    usesTool: forward(build),
    expandsTo: backward(build),
    generates: backward(build),
    hasOutput: backward(build),
    hasDocumentation: forward(unused),
    hasExample: forward(unused),
    hasOptionalComponent: forward(unused),
    hasOptionalDependency: forward(unused),
  }),
)

/** What the scope of a relationship makes of its level: all but running is making. */
export function scoped(level: Level, scope: unknown): Level {
  if (scope === 'runtime') return level === build ? run : level
  return scope === 'design' || scope === 'development' || scope === 'build' || scope === 'test' ? (Math.max(level, build) as Level) : level
}
