import Addresses
import Diagnostics
import Editorial
import Markdown
import Mustache
import Newsroom

/// All that the building of one page may read: queries of the edition, the words, the templates of small parts.
///
/// The edition is private, and each query notes what its answer depends on: a page cannot read what it does not note. A scope belongs to one page and one task.
final class PageScope {
    private let edition: Edition
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

    /// Takes over what a shared part was made from, and what was found in it.
    func take(_ inputs: [InputNumber], _ diagnostics: [Diagnostic]) {
        noted += inputs
        if !diagnostics.isEmpty { self.diagnostics += diagnostics }
    }

    /// Renders a template, and appends its HTML.
    func render(_ template: String, _ context: TemplateRecord, into html: inout [UInt8]) {
        note(.template(template))
        diagnostics += templates.render(template, context, into: &html)
    }

    /// The HTML of a small part that has a template of its own.
    func html(_ template: String, _ context: TemplateRecord) -> [UInt8] {
        var html: [UInt8] = []
        render(template, context, into: &html)
        return html
    }

    private func note(_ input: PageInput) {
        if let number = edition.inputs.numberOfPart(input) {
            noted.append(number)
        } else {
            others.insert(input)
        }
    }

    private func note(_ part: RecordPart, ofRecord number: Int) {
        noted.append(edition.inputs.number(part, ofRecord: number))
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

/// A single record, without its text.
extension PageScope: EditionReader {
    /// The settings, which every page is made from.
    var settings: SiteSettings { edition.records.settings }

    /// A record of the kind that is asked for.
    func record<Element: Record>(_ id: String) -> Element? { find(id, in: edition.records.table()) }

    func claim(_ id: String) -> Claim? { find(id, in: edition.records.claims) }
    func verdict(_ id: String) -> Verdict? { find(id, in: edition.records.verdicts) }
    func article(_ id: String) -> Article? { find(id, in: edition.records.articles) }
    func source(_ id: String) -> Source? { find(id, in: edition.records.sources) }
    func profile(_ id: String) -> Profile? { find(id, in: edition.records.profiles) }
    func page(_ id: String) -> StandingPage? { find(id, in: edition.records.pages) }

    /// The standing page for a purpose.
    func page(_ role: StandingPage.Role) -> StandingPage? {
        note(.all(.page))
        let page = edition.page(role)
        if let page { note(.front, of: page) }
        return page
    }

    /// Whether readers would not see a record yet.
    func isDraft(_ record: some Record) -> Bool {
        // Without drafts the answer is always no.
        if edition.includesDrafts { note(.front, of: record) }
        return edition.isDraft(record)
    }

    /// A claim's verdict and ruling.
    func rated(_ claim: Claim) -> RatedClaim? {
        note(.mentions, of: claim)
        let rated = edition.rated(claim)
        if let rated { note(.front, of: rated.verdict) }
        return rated
    }

    /// What happened to a claim, where that is kept.
    func history(of claim: Claim) -> PublicHistory? { history(ofClaim: claim.id) }

    /// What happened to a claim, by its id.
    func history(ofClaim id: String) -> PublicHistory? {
        note(.history(of: id))
        return edition.record.histories[id]
    }

    /// Whether the site has the keys with which a history's signatures are verified.
    func hasSigners(of history: PublicHistory) -> Bool {
        note(.history(of: history.claim))
        return edition.record.signers != nil
    }
}

/// The text of a record.
extension PageScope {
    /// The text of a record, as Markdown.
    func document(of record: some Record) -> MarkdownDocument {
        note(.text, of: record)
        return MarkdownDocument(record.file, range: record.body)
    }

    /// The words of an article.
    func words(of article: Article) -> ArticleWords {
        note(.text, of: article)
        return ArticleWords(of: article)
    }

    /// Where the words of an appearance stand in the article.
    func directive(to appearance: Appearance, in article: Article) -> TextDirective? {
        note(.text, of: article)
        return TextDirective(appearance, in: article)
    }
}

/// The records that point at a record.
extension PageScope {
    func claims(in article: Article) -> [Claim] { mentions(of: article) { $0.claims(in:) } }
    func copies(of source: Source) -> [Source] { mentions(of: source) { $0.copies(of:) } }
    func articles(of profile: Profile) -> [Article] { mentions(of: profile) { $0.articles(of:) } }

    /// The rated claims among some that were read.
    func ranked(_ claims: [Claim]) -> RankedClaims {
        for claim in claims { note(.mentions, of: claim) }
        return RankedClaims(edition.rated(claims))
    }

    /// The rated claims whose verdicts use a source as evidence.
    func claims(using source: Source) -> RankedClaims {
        note(.mentions, of: source)
        return RankedClaims(edition.rated(edition.records.verdicts(using: source)))
    }

    /// The rated claims whose timelines name a source.
    func claims(datedBy source: Source) -> RankedClaims {
        note(.mentions, of: source)
        return RankedClaims(edition.rated(edition.records.claims(datedBy: source)))
    }

    /// The rated claims that someone made.
    func claims(by profile: Profile) -> RankedClaims {
        note(.mentions, of: profile)
        return RankedClaims(edition.claims(by: profile))
    }

    /// The rated claims whose verdicts someone wrote or reviewed.
    func claims(signedBy profile: Profile) -> RankedClaims {
        note(.mentions, of: profile)
        return RankedClaims(edition.rated(edition.records.verdicts(signedBy: profile)))
    }

    /// How many verdicts someone wrote or reviewed.
    func verdictCount(signedBy profile: Profile) -> Int {
        note(.mentions, of: profile)
        return edition.records.verdicts(signedBy: profile).count
    }

    private func mentions<Target: Record, Element: Record>(
        of target: Target,
        _ find: (Newsroom) -> (Target) -> [Element]
    ) -> [Element] {
        note(.mentions, of: target)
        let found = find(edition.records)(target)
        for record in found { note(.front, of: record) }
        return found
    }
}

/// Lists of rated claims.
extension PageScope {
    /// All of them.
    var rankedClaims: RankedClaims {
        note(.all(.verdict))
        return RankedClaims(edition.ratedClaims)
    }

    func claims(ruled ruling: Ruling) -> RankedClaims {
        note(.claimsRuled(ruling.id))
        return RankedClaims(edition.claims(ruled: ruling))
    }

    func claims(about topic: Topic) -> RankedClaims {
        note(.claimsAbout(topic.id))
        return RankedClaims(edition.claims(about: topic))
    }

    func hasPublishedClaims(about topic: Topic) -> Bool {
        note(.claimsAbout(topic.id))
        return edition.hasPublishedClaims(about: topic)
    }

    func claims(publishedIn period: CalendarDate) -> RankedClaims {
        note(.claimsPublished(period))
        return RankedClaims(edition.claims(publishedIn: period))
    }

    /// Those that share an article or a source with a claim: a group for each document that relates some.
    func groups(around claim: Claim) -> [RankedClaims] {
        let numbers = edition.numbers
        var documents = claim.appearances.compactMap { numbers.number(.article, $0.article.value) }
        documents += (rated(claim)?.verdict.evidence ?? []).compactMap { numbers.number($0.reference) }
        // Sorted, because sums of fractions depend on their order.
        documents.sort()
        documents.removeRepeats()
        return documents.compactMap { document in
            note(.sharing, ofRecord: document)
            return RelatedClaims.group(sharing: document, in: edition).map(RankedClaims.init)
        }
    }

    /// The records of a claim in a list.
    func read(_ claim: RankedClaim) -> RatedClaim {
        note(.front, ofRecord: edition.numbers.first(.claim) + claim.rated.place)
        note(.front, of: claim.rated.verdict)
        return claim.rated
    }
}

/// Lists of other things.
extension PageScope {
    /// The articles of a page of their list, and how many there are on all.
    func articles(onPage number: Int) -> ListedRecords<Article> { list(edition.articles, number) }
    func sources(onPage number: Int) -> ListedRecords<Source> { list(edition.sources, number) }
    func profiles(onPage number: Int) -> ListedRecords<Profile> { list(edition.profiles, number) }

    /// Those who work here, by name.
    var team: [Profile] {
        note(.all(.profile))
        for profile in edition.team { note(.front, of: profile) }
        return edition.team
    }

    /// The years in which verdicts were published, newest first.
    var publicationYears: [PublicationYear] {
        note(.all(.verdict))
        return edition.publicationYears
    }

    /// The year of a date; a new month in it is a new claim of the year.
    func publicationYear(of date: CalendarDate) -> PublicationYear? {
        let year = edition.publicationYears.first { $0.period.year == date.year }
        note(.claimsPublished(year?.period ?? CalendarDate(year: date.year) ?? date))
        return year
    }

    /// What readers were told of changes of all claims, newest first.
    var notices: [(notice: Notice, history: PublicHistory)] {
        note(.histories)
        return edition.notices
    }

    /// The documents at the start of the lineages of some pieces of evidence.
    func roots(of references: [EvidenceReference]) -> Set<RecordKey> {
        let lineage = lineage(of: references)
        return references.reduce(into: []) { $0.formUnion(lineage.roots(of: $1)) }
    }

    /// Where some pieces of evidence come from.
    func lineage(of references: [EvidenceReference]) -> Lineage {
        let lineage = Lineage(edition.records)
        for document in references.flatMap({ lineage.documents(behind: $0) }) { note(.record(document)) }
        return lineage
    }

    private func list<Element: Record>(_ all: [Element], _ number: Int) -> ListedRecords<Element> {
        note(.all(Element.kind))
        let entries = Array(Pagination.entries(all, page: number))
        for record in entries { note(.front, of: record) }
        return ListedRecords(entries: entries, total: all.count)
    }
}

/// The records on a page of a list.
struct ListedRecords<Element: Record> {
    let entries: [Element]
    /// How many there are on all pages.
    let total: Int
}

/// A rated claim in a list: what the list's own input covers. `PageScope.read` gives its records.
struct RankedClaim {
    fileprivate let rated: RatedClaim

    /// Takes a claim whose records were read.
    init(_ rated: RatedClaim) { self.rated = rated }

    var claimID: String { rated.claim.id }
    /// The claim's place in the table of claims.
    var place: Int { rated.place }
    var ruling: Ruling { rated.ruling }
    var published: CalendarDate? { rated.publication.published?.value }
    var lastChanged: CalendarDate? { rated.lastChanged }
    var evidenceCount: Int { rated.verdict.evidence.count }
}

/// Some of an edition's rated claims, newest verdict first, for a page.
struct RankedClaims: RandomAccessCollection {
    private let claims: RatedClaims

    init(_ claims: RatedClaims) { self.claims = claims }
    init(_ all: [RatedClaim]) { claims = RatedClaims(all, ranks: Array(all.indices)) }

    /// The claims' ranks among all, in rising order.
    var ranks: [Int] { claims.ranks }
    var startIndex: Int { 0 }
    var endIndex: Int { claims.count }
    subscript(position: Int) -> RankedClaim { RankedClaim(claims[position]) }

    /// The claim of a rank, which may be outside of these.
    func claim(ranked rank: Int) -> RankedClaim { RankedClaim(claims.claim(ranked: rank)) }
}
