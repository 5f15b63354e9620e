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
    private(set) var inputs: Set<PageInput> = []
    private(set) var diagnostics: [Diagnostic] = []

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
        // A page is made from dozens of things, and a set that grows counts all its hashes anew.
        inputs.reserveCapacity(Self.usualInputCount)
    }

    private static let usualInputCount = 48

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
        inputs.insert(.mentions(of: RecordKey(of: claim)))
        let rated = edition.rated(claim)
        note(rated?.verdict)
        return rated
    }

    /// What happened to a claim, where that is kept.
    func history(of claim: Claim) -> PublicHistory? {
        inputs.insert(.history(of: claim.id))
        return edition.history(of: claim)
    }

    /// Notes that the page depends on which records point at a record, and hands them on.
    func mentions<Target: Record, Element: Record>(
        of target: Target,
        _ find: (Newsroom) -> (Target) -> [Element]
    ) -> [Element] {
        inputs.insert(.mentions(of: RecordKey(of: target)))
        let found = find(edition.records)(target)
        for record in found { note(record) }
        return found
    }

    /// Notes that the page depends on something that is not a single record.
    func note(_ input: PageInput) { inputs.insert(input) }

    /// Notes what a part of the page was made from, and what was found in it.
    func note(_ inputs: [PageInput], _ diagnostics: [Diagnostic]) {
        self.inputs.formUnion(inputs)
        self.diagnostics += diagnostics
    }

    /// Notes that the page shows a record.
    func note(_ record: (some Record)?) {
        if let record { inputs.insert(.record(RecordKey(of: record))) }
    }

    /// The text of a record, as Markdown.
    func document(of record: some Record) -> MarkdownDocument {
        note(textOf: record)
        return MarkdownDocument(record.file, range: record.body)
    }

    /// Notes that the page shows the text of a record.
    func note(textOf record: some Record) { inputs.insert(.text(of: RecordKey(of: record))) }

    /// The HTML of a small part that has a template of its own.
    func html(_ template: String, _ context: TemplateRecord) -> [UInt8] {
        var html: [UInt8] = []
        inputs.insert(.template(template))
        diagnostics += templates.render(template, context, into: &html)
        return html
    }

    private func find<Element: Record>(_ id: String, in table: Table<Element>) -> Element? {
        inputs.insert(.record(RecordKey(Element.kind, id)))
        return table[id]
    }
}
