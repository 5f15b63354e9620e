import Newsroom

/// Some of an edition's rated claims, newest verdict first. Cheap to make, to count and to cut into pages.
package struct RatedClaims: RandomAccessCollection, Sendable {
    private let all: [RatedClaim]
    /// Places in the list of all, in rising order.
    let ranks: [Int]

    init(_ all: [RatedClaim], ranks: [Int]) {
        self.all = all
        self.ranks = ranks
    }

    /// The place of the newest.
    package var startIndex: Int { 0 }
    /// The place after the last.
    package var endIndex: Int { ranks.count }
    /// The claim at a place.
    package subscript(position: Int) -> RatedClaim { all[ranks[position]] }
    /// The claim of a rank, which may be outside of these.
    func claim(ranked rank: Int) -> RatedClaim { all[rank] }
}

/// The ranks of rated claims by what readers look them up by: built in one pass.
struct ClaimIndex: Sendable {
    /// By the claim's place in its table; nil for claims that have no verdict.
    private(set) var byClaim: [Int?]
    private(set) var byRuling: [String: [Int]] = [:]
    private(set) var byTopic: [String: [Int]] = [:]
    /// By the claimant's place in the table of profiles.
    private(set) var byClaimant: [[Int]]
    /// By the numbers of the articles in which they appear and of the documents that are evidence.
    private(set) var byDocument: [[Int]]
    /// By the years and the months of publication.
    private(set) var byPeriod: [CalendarDate: [Int]] = [:]

    init(_ all: [RatedClaim], of records: Newsroom, _ numbers: RecordNumbers) {
        byClaim = Array(repeating: nil, count: records.claims.count)
        byClaimant = Array(repeating: [], count: records.profiles.count)
        byDocument = Array(repeating: [], count: numbers.count)
        for (rank, rated) in all.enumerated() {
            byClaim[rated.place] = rank
            byRuling[rated.ruling.id, default: []].append(rank)
            for topic in rated.claim.topics { byTopic[topic.value, default: []].add(rank) }
            for claimant in rated.claim.claimants {
                if let place = records.profiles.index(id: claimant.value) { byClaimant[place].add(rank) }
            }
            for period in rated.publication.published?.value.periods ?? [] {
                byPeriod[period, default: []].append(rank)
            }
            for appearance in rated.claim.appearances {
                if let number = numbers.number(.article, appearance.article.value) {
                    byDocument[number].add(rank)
                }
            }
            for evidence in rated.verdict.evidence {
                if let number = numbers.number(evidence.reference) { byDocument[number].add(rank) }
            }
        }
    }
}

extension [Int] {
    /// Adds a rank, once; ranks come in rising order.
    fileprivate mutating func add(_ rank: Int) {
        if last != rank { append(rank) }
    }
}

extension CalendarDate {
    /// The year and the month that the date is in, as dates of that precision.
    fileprivate var periods: [CalendarDate] {
        [CalendarDate(year: year), month.flatMap { CalendarDate(year: year, month: $0) }].compactMap(\.self)
    }
}
