import Addresses
import Editorial
import Newsroom

/// The files of a site for programs: feeds, structured data, data files, journals and the search index.
///
/// They come in independent batches, so that a build can make them on all cores and write each before the next.
package enum MachineReadableFiles {
    /// A group of files that are made together.
    package struct Batch: Sendable {
        /// The batch's unique name, such as `feeds`.
        package let name: String
        /// Whether the files depend on the day besides, and so are made by every build.
        private let isDaily: Bool
        private let make: @Sendable (_ take: (RenderedFile) -> Void) -> Void

        /// Makes a batch of files that need not be in memory together.
        /// - Parameter make: a function that makes one file after the other and hands each over.
        init(
            name: String,
            isDaily: Bool = false,
            inTurn make: @Sendable @escaping (_ take: (RenderedFile) -> Void) -> Void
        ) {
            self.name = name
            self.isDaily = isDaily
            self.make = make
        }

        /// Makes a batch of files from a list.
        init(name: String, isDaily: Bool = false, _ make: @Sendable @escaping () -> [RenderedFile]) {
            self.init(name: name, isDaily: isDaily) { take in make().forEach(take) }
        }

        /// Makes one file after the other and hands each over. All but daily ones depend on `PageInput.everything`.
        package func makeFiles(_ take: (RenderedFile) -> Void) {
            make { file in
                take(
                    RenderedFile(
                        route: file.route,
                        content: file.content,
                        inputs: isDaily ? [] : Set(file.inputs + [.everything]).sorted(),
                        unit: name
                    )
                )
            }
        }
    }

    /// The number of claims in a batch of oEmbed files.
    private static let claimsPerBatch = 500

    /// The batches of an edition, without drafts even if the edition has them.
    ///
    /// - Parameters:
    ///   - words: the catalogue of the site's pages, for titles and for dates in search results.
    ///   - theme: the templates of citations in the texts of feeds.
    ///   - cards: the share images of claims.
    package static func batches(
        of edition: Edition,
        words: Catalogue,
        theme: SiteTemplates,
        cards: ShareCards = .none
    ) -> [Batch] {
        // The longest come first, so that no core is left working on one at the end.
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
            Batch(name: "database") { ClaimsDatabase(edition).files },
            Batch(name: "sitemap") {
                Sitemap.files(Sitemap.entries(of: edition), site: edition.siteAddress)
            },
            Batch(name: "hosting") { HostingFiles.files(of: edition) },
            Batch(name: "news", isDaily: true) {
                [Robots.file(edition), NewsSitemap.file(of: edition)].compactMap(\.self)
            },
            Batch(name: "stamps", isDaily: true) { StampFiles.files(of: edition) },
            Batch(name: "feeds") {
                let texts = FeedTexts(edition, words, theme, cards)
                let feeds = feeds(of: edition, words, texts)
                let inputs = texts.inputs
                return feeds.flatMap { feed in
                    Feed.Format.allCases.map { feed.file($0).made(from: inputs) }
                }
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
                    for rated in part {
                        let file = OEmbed.file(rated, of: edition)
                        take(file)
                        OEmbed.copies(of: file, rated.claim, in: edition).forEach(take)
                    }
                }
            )
        }
        batches.append(
            Batch(name: "oEmbed of retractions") {
                edition.retractedClaims.flatMap { claim in
                    let file = OEmbed.file(retracted: claim, of: edition, words)
                    return [file] + OEmbed.copies(of: file, claim, in: edition)
                }
            }
        )
        return batches
    }

    /// All files in memory, for small editions.
    package static func files(of edition: Edition, words: Catalogue, theme: SiteTemplates) -> [RenderedFile] {
        var files: [RenderedFile] = []
        for batch in batches(of: edition, words: words, theme: theme) { batch.makeFiles { files.append($0) } }
        return files
    }

    /// The feeds of all rulings, of corrections, and of every topic with published claims.
    static func feeds(of edition: Edition, _ words: Catalogue, _ texts: FeedTexts) -> [Feed] {
        [Feed.rulings(of: edition, words, texts), Feed.corrections(of: edition, words)]
            + [Feed.answered(edition, words, texts)].compactMap(\.self)
            + edition.records.settings.topics.filter { edition.hasPublishedClaims(about: $0) }
            .map { Feed.topic($0, of: edition, words, texts) }
    }

    private static func tables(of edition: Edition) -> [RenderedFile] {
        let data = ClaimsData(edition: edition)
        let captures = CapturesData(edition)
        let files = [
            RenderedFile(route: .claimsCSV, content: .pieces(data.writeCSV)),
            RenderedFile(.claimsSchema, .pretty) { $0.add(data.schema()) },
        ]
        // A newsroom that holds nothing has no list of it.
        return captures.isEmpty
            ? files
            : files + [
                RenderedFile(.capturesJSON, .pretty) { captures.write(to: &$0) },
                RenderedFile(.capturesSchema, .pretty) { $0.add(captures.schema()) },
            ]
    }
}
