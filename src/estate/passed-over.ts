/** The format of a file that no importer knows and that nobody would expect to: it is listed, counts neither as read nor as not understood, and is no evidence. */
export const passedOver = 'passed-over'

/** Whether the format of an input says that some importer read it. */
export const isReadFormat = (format: string): boolean => format !== '' && format !== passedOver

/** What a folder tells people about itself: its explanation, its licence, who made it. */
const aboutFolder =
  /^(readme|licen[cs]e|copying|notice|changelog|contributing|contributors|authors|maintainers|code_of_conduct|security|codeowners)([-_][\w-]+)?((\.[\w-]+)?\.(md|txt|rst|adoc|html?))?$/i
/** What tools and desktops keep beside the files. */
const ofTools = /^(\.git(ignore|attributes|keep|modules)|\.(docker|npm|prettier|eslint|helm|terraform)ignore|\.keep|\.editorconfig|\.mailmap|\.ds_store|thumbs\.db|desktop\.ini)$/i
const picture = /\.(png|jpe?g|gif|webp|avif|svg|ico|bmp)$/i

/** Whether the name of a file says that it is about its folder, for a tool, or a picture. Asked only of files that no importer knows: names alone never say what a file holds. */
export function isPassedOver(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return [aboutFolder, ofTools, picture].some((form) => form.test(name))
}
