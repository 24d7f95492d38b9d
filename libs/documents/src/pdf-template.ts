/**
 * How a document is set as PDF: a Typst program that is always the same. The document comes as data (`sys.inputs`), so
 * that no word in it can be read as Typst.
 */
export const TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let ink = rgb("#1a1a1a")
#let edge = rgb("#767676")

#set document(title: doc.title, keywords: doc.keywords, date: none)
#set text(font: "IBM Plex Sans", fallback: false, size: if doc.dense { 10pt } else { 11pt }, lang: doc.lang, fill: ink)
#set par(leading: if doc.dense { 0.6em } else { 0.72em }, spacing: if doc.dense { 0.8em } else { 1.1em })
#set page(
  paper: "a4",
  margin: if doc.dense { (x: 1.6cm, top: 1.3cm, bottom: 1.5cm) } else {
    (top: 2cm, bottom: 2.4cm, left: 2.2cm, right: if doc.wide { 6cm } else { 2.2cm })
  },
  footer: context {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto), column-gutter: 1em,
      doc.foot,
      doc.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())),
    )
  },
)
#show heading: set block(
  above: if doc.dense { 0.8em } else { 1.6em }, below: if doc.dense { 0.45em } else { 0.7em }, sticky: true,
)
#show heading.where(level: 1): set text(size: if doc.dense { 1.25em } else { 1.45em })
#show heading.where(level: 2): set text(size: if doc.dense { 1.1em } else { 1.2em })
#show heading.where(level: 3): set text(size: 1.05em)
#show heading.where(level: 4): set text(size: 1em)
#show heading.where(level: 5): set text(size: 0.9em)
#set terms(separator: [: ], spacing: 0.6em, hanging-indent: 1.2em)
#show terms: set block(above: 1em, below: 1em)
#show link: underline
#show figure: set block(breakable: true)
#show figure: set align(left)
#set figure(gap: if doc.dense { 0.4em } else { 0.65em })
#show figure: it => if doc.dense { set block(above: 0.6em, below: 0.6em); it } else { it }
#show figure.caption: strong
#show quote: it => block(inset: (left: 1em), stroke: (left: 2pt + edge), it)

#let lines(words) = words.split("\n").map(line => [#line]).join(linebreak())

#let run(r) = {
  let it = lines(r.text)
  if r.at("bold", default: false) { it = strong(it) }
  if r.at("italic", default: false) { it = emph(it) }
  if r.at("change", default: "") == "removed" { it = [[#doc.removed #strike(it)]] }
  if r.at("change", default: "") == "added" { it = [[#doc.added #underline(it)]] }
  if "href" in r { it = link(r.href, it) }
  if "explained" in r { it = it + footnote(r.explained) }
  it
}

#let runs(all) = [#all.map(run).join()]

#let piece(b) = {
  if b.kind == "heading" {
    heading(level: b.level, runs(b.runs))
  } else if b.kind == "paragraph" {
    let tone = b.at("tone", default: "")
    if tone == "quote" { quote(block: true, runs(b.runs)) }
    else if tone == "note" { block(inset: (left: 1em, y: 0.2em), stroke: (left: 2pt + edge), runs(b.runs)) }
    else { par(runs(b.runs)) }
  } else if b.kind == "list" {
    let items = b.items.map(item => [#item.map(piece).join()])
    if b.ordered { enum(start: b.at("start", default: 1), ..items.map(it => enum.item(it))) }
    else { list(..items) }
  } else if b.kind == "facts" {
    terms(..b.facts.map(fact => terms.item(fact.name, runs(fact.value))))
  } else if b.kind == "table" {
    let numeric = b.at("numeric", default: ())
    figure(
      kind: table, supplement: none, numbering: none,
      caption: figure.caption(position: top, b.caption),
      table(
        columns: b.head.map(_ => if doc.dense { auto } else { 1fr }),
        inset: if doc.dense { (x: 0.4em, y: 0.28em) } else { 5pt },
        align: (column, _) => if column in numeric { right } else { left },
        stroke: (x: none, y: 0.5pt + edge),
        table.header(..b.head.map(name => strong(name))),
        ..b.rows.map(row => row.map(runs)).flatten(),
      ),
    )
  } else if b.kind == "lines" {
    block(breakable: false, {
      par(b.label)
      for _ in range(b.count) { pdf.artifact(block(above: 0.95cm, line(length: 100%, stroke: 0.5pt + edge))) }
    })
  } else if b.kind == "pageBreak" {
    pagebreak(weak: true)
  }
}

#heading(level: 1, doc.title)
#if doc.subtitle != "" { par(strong(doc.subtitle)) }
#doc.blocks.map(piece).join()
`;
