/** What every PDF is set with. Plain Typst, so that its own command line could take over. Fonts are those that Typst brings along: the same on every machine. */
export const sheet = `
#let strong-colour = rgb("#0a5e6b")
#let quiet-colour = rgb("#48606a")
#let line-colour = rgb("#cfd8d6")
#set page(
  paper: "a4",
  margin: (x: 1.8cm, top: 2cm, bottom: 2cm),
  numbering: "1 / 1",
  footer: context align(center, text(size: 8pt, fill: quiet-colour, counter(page).display("1 / 1", both: true))),
)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 10pt, hyphenate: true)
#set par(leading: 0.6em)
#set table.cell(breakable: false)
#set table(stroke: (x, y) => (bottom: 0.5pt + line-colour), inset: (x: 3pt, y: 4pt), align: left + top)
#show table: set text(size: 8.5pt)
#show table.cell.where(y: 0): set text(weight: "bold", fill: quiet-colour)
#show heading: set text(fill: rgb("#14303c"))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, it)
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.6em, it)
#show raw: set text(size: 8pt)
#let headline(words) = block(above: 1.1em, below: 1em, text(size: 15pt, words))
#let quiet(words) = block(below: 0.6em, text(fill: quiet-colour, words))
#let grid-table(widths, head, rows) = table(
  columns: widths,
  table.header(..head.map(cell => [#cell])),
  ..rows.flatten().map(cell => [#cell]),
)
// Four steps of water: full where every reading reaches it, pale where some do; the mark is the target. The words beside it say the same.
#let gauge(low, high, target) = pdf.artifact(box(width: 46pt, height: 13pt, {
  for rung in range(1, 5) {
    place(bottom + left, dx: (rung - 1) * 11pt, rect(width: 11pt, height: 6pt, stroke: 0.5pt + strong-colour, fill: if rung <= low { strong-colour } else if rung <= high { strong-colour.lighten(65%) } else { white }))
  }
  if target != none { place(top + left, dx: target * 11pt - 2.5pt, polygon(fill: rgb("#14303c"), (0pt, 0pt), (5pt, 0pt), (2.5pt, 4.5pt))) }
}))
#let hatched = tiling(size: (3pt, 3pt), {
  place(rect(width: 3pt, height: 3pt, fill: white))
  place(line(start: (0pt, 3pt), end: (3pt, 0pt), stroke: 0.6pt + strong-colour))
})
// A part of a whole, 142 points wide: full as far as it is certain, hatched as far as it is possible. The words beside it say the same.
#let part-bar(start, certain, end) = pdf.artifact(box(width: 142pt, height: 8pt, {
  if end > start { place(bottom + left, dx: start * 142pt, rect(width: (end - start) * 142pt, height: 7pt, stroke: 0.5pt + strong-colour, fill: hatched)) }
  if certain > start { place(bottom + left, dx: start * 142pt, rect(width: (certain - start) * 142pt, height: 7pt, stroke: 0.5pt + strong-colour, fill: strong-colour)) }
}))
`
