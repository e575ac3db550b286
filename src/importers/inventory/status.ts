import { type State, weaker } from '#estate/claim.ts'

const gone =
  /retired|retire$|decommission|decomission|disposed|scrapped|stolen|missing|absent|lost|sold|returned|end[ -]?of[ -]?life|\beol\b|obsolete|archived|removed|deleted|uninstalled|terminated|inactive|inactief|non[ -]?operational|out of (use|service|order)|uitgefaseerd|uit dienst|buiten (gebruik|dienst)|afgevoerd|afgestoten|vervallen|gestolen|vermist|vernietigd|beëindigd|beeindigd|verwijderd|niet (meer )?(actief|in gebruik|operationeel)|uitgezet|powered[ _-]?off|poweredoff|\boff\b|suspended|stopped|gearchiveerd|historisch/i
const notYet =
  /^(on order|ordered|in stock|stock|pending|pending install|planned|plan|phase in|phasein|proposed|requested|design|ontwerp|gepland|besteld|in bestelling|voorraad|op voorraad|in voorraad|aangevraagd|implementation|in implementatie|in aanbouw|under construction|concept|nieuw te bouwen|reserved|gereserveerd|template)$/i

/** Codes of ServiceNow where its export shows values and not what they are called. */
const codes: Readonly<Record<string, ReadonlySet<string>>> = {
  install_status: new Set(['2', '4', '6', '7', '8', '100']),
  operational_status: new Set(['2', '6']),
}

/** Whether an item is in use, as its register words it; what is in repair, in reserve or on its way out still is. */
export function stateIn(text: string | undefined, heading: string): State {
  if (text === undefined) return 'active'
  if (/^\d{1,3}$/.test(text)) return codes[heading]?.has(text) === true ? 'inactive' : 'active'
  return gone.test(text) || notYet.test(text) ? 'inactive' : 'active'
}

/** No more active than any of several columns says. */
export const weakest = (states: readonly State[]): State => states.reduce(weaker, 'active')
