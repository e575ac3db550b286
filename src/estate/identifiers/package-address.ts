/** A package as the address of a public archive names it. */
export interface PackageAddress {
  /** Its purl in one spelling, without qualifiers. */
  readonly purl: string
  readonly name: string
  /** Whether the address is a page for people about the package, and not the place that it is fetched from. */
  readonly isPage: boolean
}

interface Archive {
  /** Host and path, without scheme, query and fragment. */
  readonly form: RegExp
  readonly type: string
  readonly isPage?: true
}

/**
 * Where the archives of language packages put name and version in their addresses, as their own documentation says: PyPI (simple API and
 * project pages), npm, Maven repositories, RubyGems, crates.io, NuGet (v2 and v3), the Go module proxy, Packagist, pub.dev, Hex, and
 * Hugging Face for models. `space` is what stands before a name: a scope, a group, an owner.
 */
const archives: readonly Archive[] = [
  { type: 'pypi', form: /^(?:pypi\.org|pypi\.python\.org)\/(?:project|pypi)\/(?<name>[\w.-]+)(?:\/(?<version>[\w.!+-]+))?$/, isPage: true },
  { type: 'pypi', form: /^(?:files\.pythonhosted\.org|pypi\.python\.org)\/packages\/(?:[^/]+\/)*(?<name>[A-Za-z][\w.]*)-(?<version>\d[\w.!+]*)(?:-[\w.-]+\.whl|\.tar\.gz|\.zip)$/ },
  { type: 'npm', form: /^(?:www\.)?npmjs\.(?:com|org)\/package\/(?:(?<space>@[\w.-]+)\/)?(?<name>[\w.-]+)(?:\/v\/(?<version>[\w.+-]+))?$/, isPage: true },
  { type: 'npm', form: /^registry\.(?:npmjs\.org|yarnpkg\.com)\/(?:(?<space>@[\w.-]+)(?:\/|%2f))?(?<name>[\w.-]+)\/-\/[\w.-]*?-(?<version>\d+\.[\w.+-]+)\.tgz$/i },
  {
    type: 'maven',
    form: /^(?:repo1?\.maven\.(?:apache\.)?org|repo\.maven\.apache\.org)\/maven2\/(?<space>[\w.-]+(?:\/[\w.-]+)*)\/(?<name>[\w.-]+)\/(?<version>[\w.+-]+)\/\k<name>-\k<version>[\w.-]*$/,
  },
  { type: 'maven', form: /^(?:search\.maven\.org|central\.sonatype\.com)\/artifact\/(?<space>[\w.-]+)\/(?<name>[\w.-]+)(?:\/(?<version>[\w.+-]+))?(?:\/[a-z]+)?$/, isPage: true },
  { type: 'gem', form: /^rubygems\.org\/gems\/(?<name>[\w.-]+)(?:\/versions\/(?<version>[\w.-]+))?$/, isPage: true },
  { type: 'gem', form: /^rubygems\.org\/(?:downloads|gems)\/(?<name>[\w.-]+?)-(?<version>\d[\w.]*)(?:-[\w-]+)?\.gem$/ },
  { type: 'cargo', form: /^crates\.io\/crates\/(?<name>[\w-]+)(?:\/(?<version>\d[\w.+-]*))?$/, isPage: true },
  { type: 'cargo', form: /^(?:static\.)?crates\.io\/(?:api\/v1\/)?crates\/(?<name>[\w-]+)\/(?:\k<name>-)?(?<version>\d[\w.+-]*?)(?:\.crate|\/download)$/ },
  { type: 'nuget', form: /^(?:www\.)?nuget\.org\/packages\/(?<name>[\w.-]+)(?:\/(?<version>\d[\w.+-]*))?$/, isPage: true },
  { type: 'nuget', form: /^(?:www|api)\.nuget\.org\/(?:api\/v2\/package|v3-flatcontainer)\/(?<name>[\w.-]+)\/(?<version>\d[\w.+-]*)(?:\/[\w.+-]+\.nupkg)?$/ },
  { type: 'golang', form: /^pkg\.go\.dev\/(?<space>[\w.-]+\.[a-z]{2,}(?:\/[\w.~-]+)*?)\/(?<name>[\w.~-]+)(?:@(?<version>v[\w.+-]+))?$/, isPage: true },
  { type: 'golang', form: /^proxy\.golang\.org\/(?<space>[\w.-]+\.[a-z]{2,}(?:\/[\w.~!-]+)*?)\/(?<name>[\w.~!-]+)\/@v\/(?<version>v[\w.+-]+)\.(?:zip|mod|info)$/ },
  { type: 'composer', form: /^packagist\.org\/packages\/(?<space>[\w.-]+)\/(?<name>[\w.-]+)$/, isPage: true },
  { type: 'pub', form: /^pub\.dev\/packages\/(?<name>\w+)(?:\/versions\/(?<version>[\w.+-]+))?$/, isPage: true },
  { type: 'hex', form: /^hex\.pm\/packages\/(?<name>\w+)(?:\/(?<version>\d[\w.+-]*))?$/, isPage: true },
  {
    type: 'huggingface',
    form: /^(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|docs\/|models\/|collections\/|papers\/|blog\/)(?<space>[\w.-]+)\/(?<name>[\w.-]+)(?:\/(?:tree|resolve|blob)\/.*)?$/,
  },
]

/** No honest address of a package is longer; some of the forms take a step back at each of its parts. */
const longest = 400

/**
 * The package that an address names, by the form its archive gives to addresses.
 *
 * @returns nothing for an address of any other place, however much it looks like one
 */
export function packageInAddress(address: string): PackageAddress | undefined {
  if (address.length > longest) return undefined
  const place = address
    .replace(/^(?:git\+)?https?:\/\//i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
  const from = place.indexOf('/')
  if (from < 0 || !hosts.test(place.slice(0, from))) return undefined
  const path = place.slice(0, from).toLowerCase() + place.slice(from)
  for (const { form, type, isPage = false } of archives) {
    const parts = form.exec(path)?.groups
    if (parts?.['name'] === undefined) continue
    const { name, space, version } = parts
    return { purl: purlOf(type, { name, space, version }), name, isPage }
  }
  return undefined
}

/** Asked first: of a million addresses hardly one is of an archive. */
const hosts = /(?:pypi|python|npm|yarnpkg|maven|sonatype|rubygems|crates|nuget|go\.dev|golang|packagist|pub\.dev|hex\.pm|huggingface|hf\.co)/i

/** PyPI takes `_`, `.` and `-` for one and no account of case (PEP 503); npm's scopes are written out in percents. */
function purlOf(type: string, { name, space, version }: { readonly name: string; readonly space: string | undefined; readonly version: string | undefined }): string {
  const named = type === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name
  const before = space === undefined ? '' : `${spaced(type, space)}/`
  return `pkg:${type}/${before}${named}${version === undefined ? '' : `@${version}`}`
}

const spaced = (type: string, space: string): string => (type === 'maven' ? space.replaceAll('/', '.') : space.replace(/^@/, '%40'))
