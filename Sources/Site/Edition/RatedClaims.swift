import Newsroom

/// A selection of an edition's rated claims, newest verdict first, which is cheap to make, count and slice.
package struct RatedClaims: RandomAccessCollection, Sendable {
    private let all: [RatedClaim]
    /// Indices into the edition's `ratedClaims`, ascending.
    let ranks: [Int]

    init(_ all: [RatedClaim], ranks: [Int]) {
        self.all = all
        self.ranks = ranks
    }

    /// The index of the newest claim.
    package var startIndex: Int { 0 }
    /// The index after the oldest claim.
    package var endIndex: Int { ranks.count }
    /// The claim at an index of this selection.
    package subscript(position: Int) -> RatedClaim { all[ranks[position]] }
    /// The claim of a rank in the whole edition, selected or not.
    func claim(ranked rank: Int) -> RatedClaim { all[rank] }
}

/// An index from rulings, topics, claimants, documents and periods to the ranks of rated claims.
struct ClaimIndex: Sendable {
    /// The rank of each claim, by its index in the table of claims; nil for claims without a verdict.
    private(set) var byClaim: [Int?]
    private(set) var byRuling: [String: [Int]] = [:]
    private(set) var byTopic: [String: [Int]] = [:]
    /// By the claimant's index in the table of profiles.
    private(set) var byClaimant: [[Int]]
    /// By the number of a document: an article where the claim appears, or a piece of its evidence.
    private(set) var byDocument: [[Int]]
    /// By the year of publication, and by the month.
    private(set) var byPeriod: [CalendarDate: [Int]] = [:]
    /// By the id of a picture with a mark, which the claim, its verdict or its evidence shows.
    private(set) var byMarkedPicture: [String: [Int]] = [:]

    init(_ all: [RatedClaim], of records: Newsroom, _ numbers: RecordNumbers) {
        byClaim = Array(repeating: nil, count: records.claims.count)
        byClaimant = Array(repeating: [], count: records.profiles.count)
        byDocument = Array(repeating: [], count: numbers.count)
        let scale = records.settings.scale
        let marked = Set(records.media.filter { $0.ruling(on: scale) != nil }.map(\.id))
        for (rank, rated) in all.enumerated() {
            if !marked.isEmpty {
                for id in rated.namedMedia where marked.contains(id) {
                    byMarkedPicture[id, default: []].add(rank)
                }
            }
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
    /// Appends a rank unless it is the last one already. Ranks arrive in ascending order.
    fileprivate mutating func add(_ rank: Int) {
        if last != rank { append(rank) }
    }
}

extension CalendarDate {
    /// The date's year and its month, if it has one, as dates of that precision.
    fileprivate var periods: [CalendarDate] {
        [CalendarDate(year: year), month.flatMap { CalendarDate(year: year, month: $0) }].compactMap(\.self)
    }
}
