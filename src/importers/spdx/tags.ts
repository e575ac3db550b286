/** The parts of a document that tag-value writes one after the other; each begins with a tag of its own. */
export type Section = 'document' | 'packages' | 'files' | 'snippets' | 'licences'

/** Tags that begin a part, with the part and the key that their value has in JSON. */
export const openers: ReadonlyMap<string, readonly [Section, string]> = new Map([
  ['PackageName', ['packages', 'name']],
  ['FileName', ['files', 'fileName']],
  ['SnippetSPDXID', ['snippets', 'SPDXID']],
  ['LicenseID', ['licences', 'licenseId']],
])

/** Tags of a part whose value is that of one key in JSON. */
export const plainTags: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SPDXVersion: 'spdxVersion',
    DataLicense: 'dataLicense',
    SPDXID: 'SPDXID',
    DocumentName: 'name',
    DocumentNamespace: 'documentNamespace',
    PackageVersion: 'versionInfo',
    PackageSupplier: 'supplier',
    PackageOriginator: 'originator',
    PackageDownloadLocation: 'downloadLocation',
    PackageLicenseConcluded: 'licenseConcluded',
    PackageLicenseDeclared: 'licenseDeclared',
    PackageCopyrightText: 'copyrightText',
    PrimaryPackagePurpose: 'primaryPackagePurpose',
    LicenseConcluded: 'licenseConcluded',
    FileCopyrightText: 'copyrightText',
  }),
)

/** Tags that may stand several times in one part, with the list that they fill in JSON. */
export const listTags: ReadonlyMap<string, string> = new Map(
  Object.entries({ ExternalRef: 'externalRefs', PackageChecksum: 'checksums', FileChecksum: 'checksums', LicenseInfoInFile: 'licenseInfoInFiles' }),
)

/** Tags that belong to the document wherever they stand. */
export const documentTags: ReadonlySet<string> = new Set(['SPDXVersion', 'DataLicense', 'DocumentName', 'DocumentNamespace', 'Creator', 'Created', 'ExternalDocumentRef'])

/** Tags that the format knows and that say nothing we read. */
export const silentTags: ReadonlySet<string> = new Set(
  (
    'DocumentComment CreatorComment LicenseListVersion PackageFileName FilesAnalyzed PackageVerificationCode PackageHomePage PackageSourceInfo PackageLicenseInfoFromFiles ' +
    'PackageLicenseComments PackageSummary PackageDescription PackageComment PackageAttributionText ExternalRefComment ReleaseDate BuiltDate ValidUntilDate FileType ' +
    'LicenseComments FileComment FileNotice FileContributor FileAttributionText FileDependency ArtifactOfProjectName ArtifactOfProjectHomePage ArtifactOfProjectURI ' +
    'SnippetFromFileSPDXID SnippetByteRange SnippetLineRange SnippetLicenseConcluded LicenseInfoInSnippet SnippetLicenseComments SnippetCopyrightText SnippetComment SnippetName ' +
    'SnippetAttributionText ExtractedText LicenseName LicenseCrossReference LicenseComment RelationshipComment Annotator AnnotationDate AnnotationType AnnotationComment SPDXREF ' +
    'Reviewer ReviewDate ReviewComment'
  ).split(' '),
)

/** The tags that give a key of JSON, for its line. */
export const tagsOf = (key: string): readonly string[] => keyed.flatMap(([tag, named]) => (named === key ? [tag] : []))

const keyed: readonly (readonly [string, string])[] = [...plainTags, ...listTags, ...[...openers].map(([tag, [, key]]) => [tag, key] as const)]
