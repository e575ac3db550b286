/**
 * What an item is to the organisation.
 *
 * - `application`: what people use; it is a workload, or part of one
 * - `service`: an application that others run
 * - `part`: a server, a database, a network device: it goes with what needs it
 * - `still`: what people sit at, and what is only there: nothing stops with a single one
 * - `none`: no part of what an organisation runs, though its register keeps it: people, processes, contracts, suppliers
 */
export type ItemClass = 'application' | 'service' | 'part' | 'still' | 'none'

const none =
  /^(user ?groups?|gebruikersgroep|process|proces|business ?(capability|context|process|unit|function|owner)|project|objective|initiative|provider|supplier|vendor|leverancier|organi[sz]ation(al ?unit)?|organisatie(onderdeel)?|department|afdeling|person|persoon|contact|user|gebruiker|data ?object|gegevensobject|contract|location|locatie|team|group|groep|document|licen[cs]e|licentie|software ?licen[cs]e|cost ?cent(er|re)|kostenplaats)$/i

const service = /\bsaas\b|\bpaas\b|software[ -]as[ -]a[ -]service|cloud[ -]?(service|dienst|applica|app\b)|extern[ea]? dienst|hosted (service|app)|abonnement/i
const still =
  /laptop|notebook|desktop|work ?station|werk(station|plek)|thin ?client|personal ?computer|\bpc\b|phone|telefoon|mobile|mobiel|tablet|ipad|monitor|beeldscherm|printer|plotter|scanner|beamer|headset|keyboard|toetsenbord|docking|peripheral|randapparatuur|\brack\b|enclosure|cable|kabel|meubel|furniture|licen[cs]e|licentie|contract|document|consumable|accessor|sim[ -]?(card|kaart)|badge|location|locatie|\bperson\b|persoon|user ?account/i
const part =
  /server|serv_|\bhost\b|hypervisor|esx|virtual|\bvm\b|\bnode\b|cluster|database|db_|\bdb\b|\bsql\b|instance|network|netwerk|netgear|switch|router|firewall|load[ _-]?balanc|gateway|access ?point|storage|opslag|\bsan\b|\bnas\b|disk|backup|container|kubernetes|middleware|web ?server|app_server|computer|hardware|device|apparaat|appliance|\bups\b|pdu|infrastru|\bos\b|operating|queue|certificate|certificaat|domain|domein|it[ _]?component|interface|koppeling/i
const application = /appl|software|website|web ?app|portaal|portal|business[ _]?(app|service)|service|dienst|systeem|system|product|solution|oplossing|platform|module/i

/** What class of item a word of the register names. The narrower words go first: an application server is a server. */
export function classIn(text: string | undefined): ItemClass | undefined {
  if (text === undefined) return undefined
  const plain = text.replaceAll('_', ' ')
  if (none.test(plain.trim())) return 'none'
  if (service.test(plain)) return 'service'
  if (still.test(plain)) return 'still'
  if (part.test(text) || part.test(plain)) return 'part'
  return application.test(plain) ? 'application' : undefined
}
