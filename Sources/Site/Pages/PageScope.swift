import Diagnostics
import Editorial
import Markdown
import Mustache
import Newsroom

/// All that the building of one page may read: the edition, the words, the templates of small parts.
///
/// It notes what was read, so that a page knows what it is made from. It belongs to one page and one task.
final class PageScope {
    let edition: Edition
    let words: Catalogue
    let links: Links
    let templates: TemplateLibrary
    let parts: SharedParts
    private(set) var diagnostics: [Diagnostic] = []
    /// What was read of records, each as often as it was read.
    private var noted: [InputNumber] = []
    /// What else was read.
    private var others: Set<PageInput> = []

    init(
        edition: Edition,
        words: Catalogue,
        links: Links,
        templates: TemplateLibrary,
        parts: SharedParts = SharedParts()
    ) {
        self.edition = edition
        self.words = words
        self.links = links
        self.templates = templates
        self.parts = parts
    }

    /// What was read: each thing once, in rising order.
    var inputs: [InputNumber] {
        var inputs = noted + edition.inputs.numbers(ofOthers: others)
        inputs.sort()
        inputs.removeRepeats()
        return inputs
    }

    /// A scope for the same place that has noted nothing yet.
    func fresh() -> PageScope {
        PageScope(edition: edition, words: words, links: links, templates: templates, parts: parts)
    }

    var settings: SiteSettings { edition.records.settings }

    func claim(_ id: String) -> Claim? { find(id, in: edition.records.claims) }
    func verdict(_ id: String) -> Verdict? { find(id, in: edition.records.verdicts) }
    func article(_ id: String) -> Article? { find(id, in: edition.records.articles) }
    func source(_ id: String) -> Source? { find(id, in: edition.records.sources) }
    func profile(_ id: String) -> Profile? { find(id, in: edition.records.profiles) }
    func page(_ id: String) -> StandingPage? { find(id, in: edition.records.pages) }

    /// A claim's verdict and ruling.
    func rated(_ claim: Claim) -> RatedClaim? {
        note(.mentions, of: claim)
        let rated = edition.rated(claim)
        note(rated?.verdict)
        return rated
    }

    /// What happened to a claim, where that is kept.
    func history(of claim: Claim) -> PublicHistory? {
        note(.history, of: claim)
        return edition.history(of: claim)
    }

    /// Notes that the page depends on which records point at a record, and hands them on.
    func mentions<Target: Record, Element: Record>(
        of target: Target,
        _ find: (Newsroom) -> (Target) -> [Element]
    ) -> [Element] {
        note(.mentions, of: target)
        let found = find(edition.records)(target)
        for record in found { note(record) }
        return found
    }

    /// Notes that the page depends on something.
    func note(_ input: PageInput) {
        if let number = edition.inputs.numberOfPart(input) {
            noted.append(number)
        } else {
            others.insert(input)
        }
    }

    /// Notes what a part of the page was made from, and what was found in it.
    func note(_ inputs: [InputNumber], _ diagnostics: [Diagnostic]) {
        noted += inputs
        if !diagnostics.isEmpty { self.diagnostics += diagnostics }
    }

    /// Notes that the page depends on a part of a record, by the record's number.
    func note(_ part: RecordPart, ofRecord number: Int) {
        noted.append(edition.inputs.number(part, ofRecord: number))
    }

    /// Notes that the page shows a record.
    func note(_ record: (some Record)?) {
        if let record { note(.front, of: record) }
    }

    /// The text of a record, as Markdown.
    func document(of record: some Record) -> MarkdownDocument {
        note(textOf: record)
        return MarkdownDocument(record.file, range: record.body)
    }

    /// Notes that the page shows the text of a record.
    func note(textOf record: some Record) { note(.text, of: record) }

    /// The HTML of a small part that has a template of its own.
    func html(_ template: String, _ context: TemplateRecord) -> [UInt8] {
        var html: [UInt8] = []
        note(.template(template))
        diagnostics += templates.render(template, context, into: &html)
        return html
    }

    private func note<Element: Record>(_ part: RecordPart, of record: Element) {
        if let number = edition.numbers.number(Element.kind, record.id) {
            note(part, ofRecord: number)
        } else {
            others.insert(PageInput(part, of: RecordKey(of: record)))
        }
    }

    private func find<Element: Record>(_ id: String, in table: Table<Element>) -> Element? {
        guard let place = table.index(id: id) else {
            others.insert(.record(RecordKey(Element.kind, id)))
            return nil
        }
        note(.front, ofRecord: edition.numbers.first(Element.kind) + place)
        return table[place]
    }
}
