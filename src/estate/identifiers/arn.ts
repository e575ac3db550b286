/** The parts of an Amazon Resource Name: `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region?: string
  readonly account?: string
}

/**
 * Reads a resource name. An account of other than twelve digits is somebody's dummy; what service is meant still stands.
 *
 * @returns nothing when the text is no resource name; the region is left out where it is none, as for IAM
 */
export function readArn(text: string): Arn | undefined {
  const parts = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d+|aws)?:/.exec(text.trim())
  if (!parts) return undefined
  const [, partition = '', service = '', region = '', account] = parts
  return {
    partition,
    service,
    ...(/^[a-z]{2,}(-[a-z]+)+-\d$/.test(region) ? { region } : {}),
    ...(account === undefined || !/^\d{12}$/.test(account) ? {} : { account }),
  }
}

/** All resource names in a text. */
export const arnsIn = (text: string): readonly Arn[] =>
  text.includes('arn:aws') ? [...text.matchAll(/\barn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?:\d+|aws)?:/g)].flatMap(([seen]) => readArn(seen) ?? []) : []
