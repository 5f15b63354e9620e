import Addresses
import Diagnostics
import Editorial
import Markdown
import Mustache
import Newsroom

/// The queries with which one page reads the edition, and a record of their dependencies.
///
/// The edition is private, and each query notes the inputs of its answer, so that a page cannot have an unknown
/// dependency. A scope belongs to one page and one task.
///
///     let claim = scope.claim("offered-analysis")  // notes .record(claim:offered-analysis)
///     scope.inputs                                 // the page's dependencies so far
final class PageScope {
    private let edition: Edition
    let words: Catalogue
    let links: Links
    let templates: TemplateLibrary
    let parts: SharedParts
    private(set) var diagnostics: [Diagnostic] = []
    /// What was renamed. It is part of what all pages share, so that no page notes it.
    var formerIDs: FormerIDs { edition.records.formerIDs }
    /// Noted parts of records, with repetitions.
    private var noted: [InputNumber] = []
    /// Noted inputs outside existing records.
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

    /// The page's dependencies so far, ascending and without repetitions.
    var inputs: [InputNumber] {
        var inputs = noted + edition.inputs.numbers(ofOthers: others)
        inputs.sort()
        inputs.removeRepeats()
        return inputs
    }

    /// A scope for the same page without noted inputs, for a part that other pages share.
    func fresh() -> PageScope {
        PageScope(edition: edition, words: words, links: links, templates: templates, parts: parts)
    }

    /// Adds the dependencies and diagnostics of a shared part to the page's.
    func take(_ inputs: [InputNumber], _ diagnostics: [Diagnostic]) {
        noted += inputs
        if !diagnostics.isEmpty { self.diagnostics += diagnostics }
    }

    /// Renders a template and appends its HTML.
    func render(_ template: String, _ context: TemplateRecord, into html: inout [UInt8]) {
        note(.template(template))
        diagnostics += templates.render(template, context, into: &html)
    }

    /// The HTML of a part with its own template.
    func html(_ template: String, _ context: TemplateRecord) -> [UInt8] {
        var html: [UInt8] = []
        render(template, context, into: &html)
        return html
    }

    /// The address of a claim's share image; nil when it has none.
    func cardAddress(ofClaim id: String) -> String? {
        guard let route = parts.images.cards.route(ofClaim: id) else { return nil }
        // What it shows besides is on the claim's page, too.
        note(.template(ShareCards.template))
        return address(route)
    }

    /// The address of the share image of pages that are no claim's; nil when there is none.
    var siteCardAddress: String? {
        guard let route = parts.images.cards.siteRoute else { return nil }
        // What it shows besides are settings, on which all pages depend.
        note(.template(ShareCards.siteTemplate))
        return address(route)
    }

    /// The sides of the settings' icons, by path. They are not noted, because all pages depend on them.
    var iconSides: [String: Int] { edition.iconSides }

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

    /// Notes a part of the claim at an index of the table of claims.
    func note(_ part: RecordPart, ofClaimAt place: Int) {
        note(part, ofRecord: edition.numbers.first(.claim) + place)
    }

    func note<Element: Record>(_ part: RecordPart, of record: Element) {
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

/// Queries for a single record without its text.
extension PageScope: EditionReader {
    /// The settings. They are not noted, because all pages depend on them.
    var settings: SiteSettings { edition.records.settings }

    /// A record of the kind that is asked for.
    func record<Element: Record>(_ id: String) -> Element? { find(id, in: edition.records.table()) }

    func claim(_ id: String) -> Claim? { find(id, in: edition.records.claims) }
    func verdict(_ id: String) -> Verdict? { find(id, in: edition.records.verdicts) }
    func article(_ id: String) -> Article? { find(id, in: edition.records.articles) }
    func source(_ id: String) -> Source? { find(id, in: edition.records.sources) }
    func profile(_ id: String) -> Profile? { find(id, in: edition.records.profiles) }
    func medium(_ id: String) -> Medium? { find(id, in: edition.records.media) }
    func page(_ id: String) -> StandingPage? { find(id, in: edition.records.pages) }

    /// The captured copy of a document; nil where the newsroom holds none.
    func copy(of document: some CapturedDocument) -> HeldCopy? {
        note(.front, of: document)
        return document.snapshot.flatMap(edition.records.captures.copy)
    }

    /// What vouches for the time of a document's copy, earliest first.
    func stamps(of document: some CapturedDocument) -> [HeldStamp] {
        note(.front, of: document)
        return edition.stamps(of: document.snapshot)
    }

    /// The standing page with a role.
    func page(_ role: StandingPage.Role) -> StandingPage? {
        note(.all(.page))
        let page = edition.page(role)
        if let page { note(.front, of: page) }
        return page
    }

    /// Whether a record is unpublished.
    func isDraft(_ record: some Record) -> Bool {
        // Noted only with drafts: without them the answer is always false.
        if edition.includesDrafts { note(.front, of: record) }
        return edition.isDraft(record)
    }

    /// A claim with its verdict and ruling; nil for a claim without a verdict.
    func rated(_ claim: Claim) -> RatedClaim? {
        note(.mentions, of: claim)
        let rated = edition.rated(claim)
        if let rated { note(.front, of: rated.verdict) }
        return rated
    }

    /// The public history of a claim; nil for a claim without a journal.
    func history(of claim: Claim) -> PublicHistory? { history(ofClaim: claim.id) }

    /// The public history of a claim, given by its id.
    func history(ofClaim id: String) -> PublicHistory? {
        note(.history(of: id))
        return edition.publicRecord.histories[id]
    }

    /// Whether the site publishes the keys that verify a history's signatures.
    func hasSigners(of history: PublicHistory) -> Bool {
        note(.history(of: history.claim))
        return edition.publicRecord.signers != nil
    }
}

/// Queries for the text of a record.
extension PageScope {
    /// The Markdown document below a record's front matter.
    func document(of record: some Record) -> MarkdownDocument {
        note(.text, of: record)
        return MarkdownDocument(record.file, range: record.body)
    }

    /// An article's words, ready for searches.
    func words(of article: Article) -> ArticleWords {
        note(.text, of: article)
        return ArticleWords(of: article)
    }

    /// The text directive that leads to an appearance's quote in the article (WICG Text Fragments).
    func directive(to appearance: Appearance, in article: Article) -> TextDirective? {
        note(.text, of: article)
        return TextDirective(appearance, in: article)
    }
}

/// Queries for the records that refer to a record.
extension PageScope {
    func claims(in article: Article) -> [Claim] { mentions(of: article) { $0.claims(in:) } }
    func copies(of source: Source) -> [Source] { mentions(of: source) { $0.copies(of:) } }
    func articles(of profile: Profile) -> [Article] { mentions(of: profile) { $0.articles(of:) } }

    /// The rated claims among the given ones.
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

    /// The rated claims that show a picture with a mark, or link to it.
    func claims(showing picture: Medium) -> RankedClaims {
        note(.mentions, of: picture)
        return RankedClaims(edition.claims(showing: picture))
    }

    /// The rated claims of a claimant.
    func claims(by profile: Profile) -> RankedClaims {
        note(.mentions, of: profile)
        return RankedClaims(edition.claims(by: profile))
    }

    /// The rated claims whose verdicts a person wrote or reviewed.
    func claims(signedBy profile: Profile) -> RankedClaims {
        note(.mentions, of: profile)
        return RankedClaims(edition.rated(edition.records.verdicts(signedBy: profile)))
    }

    /// The number of verdicts that a person wrote or reviewed.
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

/// Queries for lists of rated claims.
extension PageScope {
    /// All rated claims.
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

    /// The claims related to a claim, in one group for each article or source that they share with it.
    func groups(around claim: Claim) -> [RankedClaims] {
        let numbers = edition.numbers
        var documents = claim.appearances.compactMap { numbers.number(.article, $0.article.value) }
        documents += (rated(claim)?.verdict.evidence ?? []).compactMap { numbers.number($0.reference) }
        // Sorted, because a sum of floating-point weights depends on their order.
        documents.sort()
        documents.removeRepeats()
        return documents.compactMap { document in
            note(.sharing, ofRecord: document)
            return RelatedClaims.group(sharing: document, in: edition).map(RankedClaims.init)
        }
    }
}

/// Queries for lists of other records, years, notices and documents.
extension PageScope {
    /// The articles on one page of their list, counted from 1, with the total.
    func articles(onPage number: Int) -> ListedRecords<Article> { list(edition.articles, number) }
    func sources(onPage number: Int) -> ListedRecords<Source> { list(edition.sources, number) }
    func profiles(onPage number: Int) -> ListedRecords<Profile> { list(edition.profiles, number) }

    /// The kinds of sources in the list of all, with their numbers.
    var sourceKinds: [(Source.SourceKind, Int)] {
        note(.all(.source))
        let counts = edition.sources.reduce(into: [:]) { $0[$1.sourceKind, default: 0] += 1 }
        return Source.SourceKind.allCases.map { ($0, counts[$0] ?? 0) }
    }

    /// The groups of profiles in the list of all, with their numbers.
    var profileGroups: [(ProfileGroup, Int)] {
        note(.all(.profile))
        let settings = edition.settings
        let counts = edition.profiles.reduce(into: [:]) {
            $0[ProfileGroup($1, in: settings), default: 0] += 1
        }
        return ProfileGroup.allCases.map { ($0, counts[$0] ?? 0) }
    }

    /// The profiles with a `role` in the newsroom, by name.
    var team: [Profile] {
        note(.all(.profile))
        for profile in edition.team { note(.front, of: profile) }
        return edition.team
    }

    /// The years with published verdicts, newest first.
    var publicationYears: [PublicationYear] {
        note(.all(.verdict))
        return edition.publicationYears
    }

    /// The publication year of a date. Its input is the year's list of claims, since a new month always adds a claim.
    func publicationYear(of date: CalendarDate) -> PublicationYear? {
        let year = edition.publicationYears.first { $0.period.year == date.year }
        note(.claimsPublished(year?.period ?? CalendarDate(year: date.year) ?? date))
        return year
    }

    /// The notices of all claims, newest first.
    var notices: [(notice: Notice, history: PublicHistory)] {
        note(.histories)
        return edition.notices
    }

    /// The lineage, with the documents behind the given pieces of evidence noted.
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
