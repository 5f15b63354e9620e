import Newsroom

extension ClaimsData {
    /// A column of `claims.csv`.
    private struct Column {
        let name: String
        let value: @Sendable (RatedClaim, Edition) -> String

        init(_ name: String, _ value: @escaping @Sendable (RatedClaim, Edition) -> String) {
            self.name = name
            self.value = value
        }
    }

    /// Writes `claims.csv`: one row a claim, newest verdict first. Values in one cell are separated by `; `.
    ///
    /// - Parameter take: the receiver of each piece of the file.
    func writeCSV(inPieces take: ([UInt8]) -> Void) {
        var csv = CSVWriter(header: Self.columns.map(\.name))
        for rated in edition.publishedClaims {
            csv.append(Self.columns.map { $0.value(rated, edition) })
            csv.handOver(to: take)
        }
        take(csv.take())
    }

    private static let columns: [Column] = [
        Column("id") { rated, _ in rated.claim.id },
        Column("url") { rated, edition in edition.address(.claim(rated.claim.id)) },
        Column("statement") { rated, _ in rated.claim.statement.value },
        Column("claimants") { rated, edition in names(rated.claim.claimants, edition) },
        Column("stated") { rated, _ in rated.claim.stated.map { "\($0.value)" } ?? "" },
        Column("topics") { rated, _ in joined(rated.claim.topics.map(\.value)) },
        Column("ruling") { rated, _ in rated.ruling.id },
        Column("ruling_label") { rated, _ in rated.ruling.label },
        Column("ruling_number") { rated, _ in rated.ruling.number.map(String.init) ?? "" },
        Column("title") { rated, _ in rated.verdict.title.value },
        Column("summary") { rated, _ in rated.verdict.summary.value },
        Column("authors") { rated, edition in names(rated.verdict.authors, edition) },
        Column("reviewers") { rated, edition in names(rated.publication.reviewers, edition) },
        Column("published") { rated, _ in rated.publication.published.map { "\($0.value)" } ?? "" },
        Column("updated") { rated, _ in rated.publication.updated.map { "\($0.value)" } ?? "" },
        Column("supporting") { rated, _ in count(.supports, rated) },
        Column("undermining") { rated, _ in count(.undermines, rated) },
        Column("context") { rated, _ in count(.context, rated) },
        Column("appearances") { rated, edition in joined(addresses(rated.claim, edition)) },
        Column("media") { rated, edition in joined(edition.mediaWithOriginals(of: rated).map(\.id)) },
        Column("media_urls") { rated, edition in
            joined(edition.mediaWithOriginals(of: rated).compactMap(edition.fileAddress))
        },
        Column("authenticity") { rated, edition in
            joined(
                edition.mediaWithOriginals(of: rated).compactMap { medium in
                    medium.authenticity.map { "\(medium.id): \($0.value.rawValue)" }
                }
            )
        },
    ]

    private static func names(_ ids: [Located<String>], _ edition: Edition) -> String {
        joined(edition.profiles(ids).map(\.name.value))
    }

    private static func addresses(_ claim: Claim, _ edition: Edition) -> [String] {
        claim.appearances.compactMap {
            edition.records.articles[$0.article.value].map(EvidenceDocument.article)?.url
        }
    }

    private static func count(_ stance: Evidence.Stance, _ rated: RatedClaim) -> String {
        String(rated.verdict.evidence.count { $0.stance == stance })
    }

    private static func joined(_ values: [String]) -> String { values.joined(separator: "; ") }
}
