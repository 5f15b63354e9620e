import Editorial
import Newsroom

/// The newsroom's published records on a given day.
///
/// Pages, feeds and data are made from an edition alone. Unpublished records are not in it, so they cannot be shown,
/// counted or linked by mistake; a reference to one is shown as plain text. A class, because every page holds it.
///
///     let edition = Edition(of: newsroom, today: today)
///     let plan = SitePlan.pages(of: edition)
package final class Edition: Sendable {
    /// The published records, linked among each other.
    package let records: Newsroom
    /// The day of the edition.
    package let today: CalendarDate
    /// Whether the edition has drafts too, for the newsroom's eyes only.
    package let includesDrafts: Bool
    /// The claims with a verdict, newest verdict first; drafts come before all others.
    package let ratedClaims: [RatedClaim]
    /// The articles, newest first; those without a date come last.
    package let articles: [Article]
    /// The sources by kind, then by title.
    package let sources: [Source]
    /// The people, then the organisations, then the newsroom itself, each by name.
    package let profiles: [Profile]
    /// The profiles with a `role` in the newsroom, by name.
    package let team: [Profile]
    /// The years with published verdicts, newest first.
    package let publicationYears: [PublicationYear]

    /// The journals of published claims with their versions, for readers to verify.
    package let publicRecord: PublicRecord

    /// The files that go out as they are.
    package let statics: StaticFiles

    /// What vouches for the time of captures.
    package let stamps: VerifiedStamps

    /// The ids of the claims that answer what came in: all that an edition knows of the inbox.
    package let requested: Set<String>

    /// The numbers of all possible dependencies of the edition's pages.
    package let inputs: InputRegister

    /// The numbers of all records.
    let numbers: RecordNumbers
    /// The published records of an edition with drafts; empty in an edition without.
    private let published: Set<RecordKey>
    private let index: ClaimIndex

    /// Makes the edition of a day, from the records published by then or, with drafts, from all records.
    ///
    /// A claim with a retracted verdict stays, without the verdict. With drafts the verdict returns once the desk reopens the
    /// claim.
    package init(
        of newsroom: Newsroom,
        today: CalendarDate,
        includingDrafts: Bool = false,
        record: PublicRecord = .empty,
        statics: StaticFiles = .none,
        stamps: VerifiedStamps = .none
    ) {
        self.today = today
        self.statics = statics
        self.stamps = stamps
        requested = Set(newsroom.inbox.lazy.filter { $0.rulings.isEmpty }.compactMap { $0.claim?.value })
        publicRecord = record
        includesDrafts = includingDrafts
        let published = PublishedRecords(of: newsroom, today: today, record: record)
        self.published = includingDrafts ? published.references : []
        records =
            includingDrafts
            ? newsroom.withoutUnseen.takingBack(record.claimsWithoutVerdict)
            : newsroom.keeping(published.contains)
        numbers = RecordNumbers(of: records)
        inputs = InputRegister(of: numbers)
        ratedClaims = records.ratedClaimsNewestFirst()
        index = ClaimIndex(ratedClaims, of: records, numbers)
        articles = records.articles.sorted { left, right in
            switch (left.published?.value, right.published?.value) {
            case (.some, nil): true
            case (nil, .some): false
            case (.some(let first), .some(let second)) where first != second: first > second
            default: left.id < right.id
            }
        }
        let settings = records.settings
        sources = records.sources.sorted(inGroups: \.kindPlace, byName: \.sortKey)
        profiles = records.profiles.sorted(
            inGroups: { ProfileGroup($0, in: settings).rawValue },
            byName: \.sortKey
        )
        team = profiles.filter { $0.role != nil }
        publicationYears = PublicationYear.years(of: index.byPeriod.keys)
    }

    /// The topics of the edition's claims, in the order of the settings. Others are left out: a topic without claims would
    /// give work in progress away.
    var topics: [Topic] { topics(of: Array(records.claims)) }

    /// The topics of published claims, also in an edition with drafts.
    var publishedTopics: [Topic] { topics(of: records.claims.filter { !isDraft($0) }) }

    private func topics(of claims: [Claim]) -> [Topic] {
        let used = Set(claims.flatMap { $0.topics.map(\.value) })
        return records.settings.topics.filter { used.contains($0.id) }
    }

    /// A claim with its verdict; nil for a claim without one.
    package func rated(_ claim: Claim) -> RatedClaim? { rank(ofClaim: claim.id).map { ratedClaims[$0] } }

    /// A verdict's claim with its verdict in this edition, which may be another one.
    func rated(_ verdict: Verdict) -> RatedClaim? {
        rank(ofClaim: verdict.claim.value).map { ratedClaims[$0] }
    }

    /// The claims of the given verdicts, newest verdict first.
    package func rated(_ verdicts: some Sequence<Verdict>) -> RatedClaims {
        rated(claims: verdicts.lazy.map(\.claim.value))
    }

    /// Claims with their verdicts, newest verdict first. Claims without a verdict are left out.
    package func rated(_ claims: some Sequence<Claim>) -> RatedClaims { rated(claims: claims.lazy.map(\.id)) }

    /// The claims with a ruling.
    package func claims(ruled ruling: Ruling) -> RatedClaims { list(index.byRuling[ruling.id]) }

    /// The rated claims of a topic.
    package func claims(about topic: Topic) -> RatedClaims { list(index.byTopic[topic.id]) }

    /// The rated claims of a claimant.
    package func claims(by profile: Profile) -> RatedClaims {
        list(records.profiles.index(id: profile.id).map { index.byClaimant[$0] })
    }

    /// The claims whose verdicts were published in a year or a month.
    package func claims(publishedIn period: CalendarDate) -> RatedClaims { list(index.byPeriod[period]) }

    /// The rated claims that share a document: an article in which they appear, or an article or source in their evidence.
    /// - Parameter document: the document's number in `RecordNumbers`.
    func claims(sharing document: Int) -> RatedClaims { list(index.byDocument[document]) }

    /// The rank of a claim: its index in `ratedClaims`; nil for a claim without a verdict.
    /// The rated claims that show a picture with a mark, or link to it.
    func claims(showing picture: Medium) -> RatedClaims { list(index.byMarkedPicture[picture.id]) }

    func rank(ofClaim id: String) -> Int? { records.claims.index(id: id).flatMap { index.byClaim[$0] } }

    /// Whether a record is unpublished.
    package func isDraft(_ record: some Record) -> Bool {
        includesDrafts && !published.contains(RecordKey(of: record))
    }

    /// The record files among a page's dependencies, as paths in the newsroom.
    package func files(behind inputs: [InputNumber]) -> Set<String> {
        Set(
            inputs.compactMap { self.inputs.part($0) }.filter { [.front, .text].contains($0.part) }
                .map { numbers.record($0.record).file.path }
        )
    }

    private func rated(claims ids: some Sequence<String>) -> RatedClaims {
        var ranks = ids.compactMap(rank(ofClaim:)).sorted()
        ranks.removeRepeats()
        return list(ranks)
    }

    private func list(_ ranks: [Int]?) -> RatedClaims { RatedClaims(ratedClaims, ranks: ranks ?? []) }
}

extension Newsroom {
    /// The newsroom without the verdicts on the given claims.
    fileprivate func takingBack(_ claims: Set<String>) -> Newsroom {
        guard !claims.isEmpty else { return self }
        return keeping { kind, place in
            kind != .verdict || !claims.contains(verdicts[place].claim.value)
        }
    }

    fileprivate func ratedClaimsNewestFirst() -> [RatedClaim] {
        let rated = claims.enumerated().compactMap { place, claim -> RatedClaim? in
            guard let verdict = verdict(on: claim), let ruling = ruling(of: verdict) else { return nil }
            return RatedClaim(
                claim: claim,
                at: place,
                verdict: verdict,
                publication(of: verdict),
                ruling: ruling
            )
        }
        return rated.sorted { left, right in
            switch (left.publication.published?.value, right.publication.published?.value) {
            case (nil, .some): true
            case (.some, nil): false
            case (.some(let first), .some(let second)) where first != second: first > second
            default: left.claim.id < right.claim.id
            }
        }
    }
}

extension Array where Element: Equatable {
    /// Removes repeated elements from a sorted array.
    mutating func removeRepeats() {
        guard var last = first else { return }
        var end = 1
        for element in dropFirst() where element != last {
            self[end] = element
            last = element
            end += 1
        }
        removeLast(count - end)
    }
}

extension Table {
    /// The records sorted by group, then by name, then by id.
    fileprivate func sorted(inGroups group: (Element) -> Int, byName name: (Element) -> String) -> [Element] {
        map { (group: group($0), key: name($0), record: $0) }
            .sorted { ($0.group, $0.key, $0.record.id) < ($1.group, $1.key, $1.record.id) }
            .map(\.record)
    }
}
