import Newsroom

/// Some of an edition's rated claims, newest verdict first. Cheap to make, to count and to cut into pages.
public struct RatedClaims: RandomAccessCollection, Sendable {
    private let all: [RatedClaim]
    /// Places in the list of all, in rising order.
    let ranks: [Int]

    init(_ all: [RatedClaim], ranks: [Int]) {
        self.all = all
        self.ranks = ranks
    }

    /// The place of the newest.
    public var startIndex: Int { 0 }
    /// The place after the last.
    public var endIndex: Int { ranks.count }
    /// The claim at a place.
    public subscript(position: Int) -> RatedClaim { all[ranks[position]] }
}

/// The ranks of rated claims by what readers look them up by: built in one pass.
struct ClaimIndex: Sendable {
    private(set) var byClaim: [String: Int] = [:]
    private(set) var byRuling: [String: [Int]] = [:]
    private(set) var byTopic: [String: [Int]] = [:]
    private(set) var byClaimant: [String: [Int]] = [:]
    /// By the articles in which they appear and the documents that are evidence.
    private(set) var byDocument: [RecordKey: [Int]] = [:]
    /// By the years and the months of publication.
    private(set) var byPeriod: [CalendarDate: [Int]] = [:]

    init(_ all: [RatedClaim]) {
        for (rank, rated) in all.enumerated() {
            byClaim[rated.claim.id] = rank
            byRuling[rated.ruling.id, default: []].append(rank)
            for topic in Set(rated.claim.topics.map(\.value)) { byTopic[topic, default: []].append(rank) }
            for claimant in Set(rated.claim.claimants.map(\.value)) {
                byClaimant[claimant, default: []].append(rank)
            }
            for period in rated.verdict.published?.value.periods ?? [] {
                byPeriod[period, default: []].append(rank)
            }
            let articles = rated.claim.appearances.map { RecordKey(.article, $0.article.value) }
            for document in Set(articles + rated.verdict.evidence.map { RecordKey($0.reference) }) {
                byDocument[document, default: []].append(rank)
            }
        }
    }
}

extension CalendarDate {
    /// The year and the month that the date is in, as dates of that precision.
    fileprivate var periods: [CalendarDate] {
        [CalendarDate(year: year), month.flatMap { CalendarDate(year: year, month: $0) }].compactMap(\.self)
    }
}
