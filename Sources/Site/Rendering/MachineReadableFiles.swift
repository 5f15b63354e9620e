import Addresses
import Editorial
import Newsroom

/// Everything of a site that is written for programs: feeds, structured data, data files, the search index.
///
/// The files come in batches that do not depend on each other, so that a build can make them on all cores and write each batch
/// before the next is made.
package enum MachineReadableFiles {
    /// Some files that are made together.
    package struct Batch: Sendable {
        /// What the files are; no two batches have the same name.
        package let name: String
        private let make: @Sendable (_ take: (RenderedFile) -> Void) -> Void

        /// - Parameter make: makes one file after the other, and hands each over.
        init(name: String, inTurn make: @Sendable @escaping (_ take: (RenderedFile) -> Void) -> Void) {
            self.name = name
            self.make = make
        }

        init(name: String, _ make: @Sendable @escaping () -> [RenderedFile]) {
            self.init(name: name) { take in make().forEach(take) }
        }

        /// Makes one file after the other, and hands each over.
        package func makeFiles(_ take: (RenderedFile) -> Void) {
            make { file in
                take(
                    RenderedFile(
                        route: file.route,
                        content: file.content,
                        inputs: [.everything],
                        unit: name
                    )
                )
            }
        }
    }

    /// How many claims' small files are made in one batch.
    private static let claimsPerBatch = 500

    /// The batches of an edition. Drafts are in none of them, whatever the edition includes.
    ///
    /// - Parameter words: those of the site's pages; search shows dates in them.
    package static func batches(of edition: Edition, words: Catalogue) -> [Batch] {
        // The longest come first, so that no core is left with one of them at the end.
        var batches = [
            Batch(name: "claim reviews") {
                [RenderedFile(.claimReviews, longJSON: SchemaMarkup(edition).claimReviewFeed)]
            },
            Batch(name: "claims") {
                [RenderedFile(.claimsJSON, longJSON: ClaimsData(edition: edition).write)]
            },
            Batch(
                name: "search",
                inTurn: { take in
                    SearchFiles(edition, words: words).makeFiles {
                        take(RenderedFile(route: .searchIndex($0.name), bytes: $0.bytes))
                    }
                }
            ),
            Batch(name: "tables") { tables(of: edition) },
            Batch(name: "sitemap") {
                [Robots.file(edition)]
                    + Sitemap.files(Sitemap.entries(of: edition), site: edition.siteAddress)
            },
            Batch(name: "feeds") {
                feeds(of: edition, words).flatMap { feed in Feed.Format.allCases.map(feed.file) }
            },
            Batch(name: "journals") {
                edition.publicRecord.files.map { route, bytes in
                    RenderedFile(route: route, bytes: bytes)
                }
            },
        ]
        let claims = edition.publishedClaims
        batches += stride(from: 0, to: claims.count, by: claimsPerBatch).map { start in
            let part = claims[start..<min(start + claimsPerBatch, claims.count)]
            return Batch(
                name: "oEmbed \(start / claimsPerBatch + 1)",
                inTurn: { take in
                    for rated in part { take(OEmbed.file(rated, of: edition)) }
                }
            )
        }
        batches.append(
            Batch(name: "oEmbed of retractions") {
                edition.retractedClaims.map { OEmbed.file(retracted: $0, of: edition, words) }
            }
        )
        return batches
    }

    /// All files at once, for small editions.
    package static func files(of edition: Edition, words: Catalogue) -> [RenderedFile] {
        var files: [RenderedFile] = []
        for batch in batches(of: edition, words: words) { batch.makeFiles { files.append($0) } }
        return files
    }

    /// All rulings, corrections, and every topic that has any.
    static func feeds(of edition: Edition, _ words: Catalogue) -> [Feed] {
        [Feed.rulings(of: edition, words), Feed.corrections(of: edition, words)]
            + edition.records.settings.topics.filter { edition.hasPublishedClaims(about: $0) }
            .map { Feed.topic($0, of: edition, words) }
    }

    private static func tables(of edition: Edition) -> [RenderedFile] {
        let data = ClaimsData(edition: edition)
        return [
            RenderedFile(route: .claimsCSV, content: .pieces(data.writeCSV)),
            RenderedFile(.claimsSchema, .pretty) { $0.add(data.schema()) },
        ]
    }
}
