import Editorial
import Newsroom

/// What readers may see of a newsroom on a given day.
///
/// Pages, feeds and data are made from an edition alone. What is not published is not in it, so it
/// cannot be shown, counted or linked by mistake; a reference to it leads nowhere and is shown as plain text.
/// An object, because every page holds it.
package final class Edition: Sendable {
    /// The records that readers may see, linked among each other.
    package let records: Newsroom
    /// The day of the edition.
    package let today: CalendarDate
    /// Whether drafts are in it. Such an edition is for the newsroom's own eyes.
    package let includesDrafts: Bool
    /// The claims that have a verdict, newest verdict first; drafts come before all others.
    package let ratedClaims: [RatedClaim]
    /// The articles, newest first; those without a date come last.
    package let articles: [Article]
    /// The sources, by title.
    package let sources: [Source]
    /// The people and organisations, by name.
    package let profiles: [Profile]
    /// Those who work here, by name.
    package let team: [Profile]
    /// The years in which verdicts were published, newest first.
    package let publicationYears: [PublicationYear]

    /// What readers can verify: the journals of what was published, with the texts that they name.
    package let record: PublicRecord

    /// What pages of the edition can be made from.
    package let inputs: InputRegister

    /// Numbers for the records.
    let numbers: RecordNumbers
    /// The records that are no drafts, in an edition that has drafts.
    private let published: Set<RecordKey>
    private let index: ClaimIndex

    /// Makes the edition of a day: what is published on it, or with drafts everything.
    ///
    /// A claim whose verdict was retracted stays, without the verdict: in an edition with drafts too, until the desk reopens the claim.
    package init(
        of newsroom: Newsroom,
        today: CalendarDate,
        includingDrafts: Bool = false,
        record: PublicRecord = .empty
    ) {
        self.today = today
        self.record = record
        includesDrafts = includingDrafts
        let published = PublishedRecords(of: newsroom, today: today, record: record)
        self.published = includingDrafts ? published.references : []
        records =
            includingDrafts
            ? newsroom.takingBack(record.claimsWithoutVerdict) : newsroom.keeping(published.contains)
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
        sources = records.sources.sorted(byName: \.title.value)
        profiles = records.profiles.sorted(byName: \.name.value)
        team = profiles.filter { $0.role != nil }
        publicationYears = PublicationYear.years(of: index.byPeriod.keys)
    }

    /// The topics of the claims that readers may see, in the order of the settings: one that only drafts use tells what is worked on.
    var topics: [Topic] { topics(of: Array(records.claims)) }

    /// Those of them that readers may know of, whatever the edition includes.
    var publishedTopics: [Topic] { topics(of: records.claims.filter { !isDraft($0) }) }

    private func topics(of claims: [Claim]) -> [Topic] {
        let used = Set(claims.flatMap { $0.topics.map(\.value) })
        return records.settings.topics.filter { used.contains($0.id) }
    }

    /// A claim with its verdict; nil when there is none.
    package func rated(_ claim: Claim) -> RatedClaim? { rank(ofClaim: claim.id).map { ratedClaims[$0] } }

    /// The claim of a verdict, with the verdict that readers see on it.
    func rated(_ verdict: Verdict) -> RatedClaim? {
        rank(ofClaim: verdict.claim.value).map { ratedClaims[$0] }
    }

    /// The claims of verdicts, newest verdict first.
    package func rated(_ verdicts: some Sequence<Verdict>) -> RatedClaims {
        rated(claims: verdicts.lazy.map(\.claim.value))
    }

    /// Claims with their verdicts, newest verdict first; those without a verdict are left out.
    package func rated(_ claims: some Sequence<Claim>) -> RatedClaims { rated(claims: claims.lazy.map(\.id)) }

    /// The claims with a ruling.
    package func claims(ruled ruling: Ruling) -> RatedClaims { list(index.byRuling[ruling.id]) }

    /// The rated claims of a topic.
    package func claims(about topic: Topic) -> RatedClaims { list(index.byTopic[topic.id]) }

    /// The rated claims that someone made.
    package func claims(by profile: Profile) -> RatedClaims {
        list(records.profiles.index(id: profile.id).map { index.byClaimant[$0] })
    }

    /// The claims that were rated in a year or a month.
    package func claims(publishedIn period: CalendarDate) -> RatedClaims { list(index.byPeriod[period]) }

    /// The rated claims that appear in an article, or lean on an article or a source as evidence; by its number.
    func claims(sharing document: Int) -> RatedClaims { list(index.byDocument[document]) }

    /// The place of a claim's verdict among the rated claims; nil when there is none.
    func rank(ofClaim id: String) -> Int? { records.claims.index(id: id).flatMap { index.byClaim[$0] } }

    /// Whether readers would not see a record yet.
    package func isDraft(_ record: some Record) -> Bool {
        includesDrafts && !published.contains(RecordKey(of: record))
    }

    /// The files of the records that a page was made from, by what it was made from.
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
    /// The newsroom without the verdicts on some claims.
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
    /// Leaves one of elements that are the same, in a sorted list.
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
    /// The records by a name, whatever its case; equal names by id.
    fileprivate func sorted(byName name: (Element) -> String) -> [Element] {
        map { (key: name($0).lowercased(), record: $0) }
            .sorted { ($0.key, $0.record.id) < ($1.key, $1.record.id) }
            .map(\.record)
    }
}
