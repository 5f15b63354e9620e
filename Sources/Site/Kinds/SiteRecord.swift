import Addresses
import Digests
import Newsroom

/// What the site adds to the description of a kind: its pages, and what they are made from.
///
/// A kind conforms to it in its own file, and the list of kinds finds it there. The page's template has the name of the kind.
protocol SiteRecord: Record {
    /// Whether its records have pages of their own; true by default.
    static var hasPages: Bool { get }
    /// The page that a link to the record of an id leads to; nil where readers may not see it.
    static func route(to id: String, in scope: PageScope) -> Route?
    /// What the record's page shows, or a further page of the list on it.
    func page(_ number: Int, in scope: PageScope) -> (any PageContent)?
    /// How many pages the record has; more than one where the list on it is long.
    func pageCount(in edition: Edition) -> Int
    /// The day on which the page last changed for readers; nil where none is known.
    func lastChanged(in edition: Edition) -> CalendarDate?
    /// Adds what pages read of the records that point at this one: `PageInput.mentions`.
    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder)
    /// Adds what lists of all records of the kind are made from, in their order: `PageInput.all`.
    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder)
}

extension SiteRecord {
    static var hasPages: Bool { true }
    static func route(to id: String, in scope: PageScope) -> Route? {
        let record: Self? = scope.record(id)
        return record.map { .record(kind, $0.id) }
    }
    func pageCount(in edition: Edition) -> Int { 1 }
    func lastChanged(in edition: Edition) -> CalendarDate? { nil }
    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder) {}
    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: inputs.edition.records.ids(of: kind)) { $0.add($1) }
    }

    /// What the page of an id shows; nil when the edition does not have the record.
    static func page(of id: String, _ number: Int, in scope: PageScope) -> (any PageContent)? {
        let record: Self? = scope.record(id)
        return record?.page(number, in: scope)
    }
}

extension RecordKind {
    private static let siteTypes = allCases.map { $0.recordType as? any SiteRecord.Type }

    /// The type of the kind's records, as the site sees it; nil for a kind that the site does not show.
    var siteType: (any SiteRecord.Type)? { Self.siteTypes[place] }
}

extension Sequence<RatedClaim> {
    /// The day of the last change among the claims that a page lists.
    var lastChanged: CalendarDate? { lazy.compactMap(\.lastChanged).max() }
}
