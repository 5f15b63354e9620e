import Addresses
import Foundation
import Newsroom
import Testing

@testable import Site

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct MachineFeedTests {
    private func files(_ edition: Edition) -> [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: MachineReadableFiles.files(
                of: edition,
                words: Fixture.words,
                theme: SiteTemplates(theme: Fixture.theme)
            ).map {
                ($0.route.path, $0.bytes)
            }
        )
    }

    private func atom(_ bytes: [UInt8]?) throws -> XMLElement {
        let data = Data(try #require(bytes))
        let root = try XMLDocument(data: data).rootElement()
        return try #require(root)
    }

    private func texts(_ element: XMLElement, _ name: String) -> [String] {
        element.elements(forName: name).compactMap(\.stringValue)
    }

    @Test func everyFeedComesInBothFormatsAndSaysTheSame() async throws {
        let files = files(try await Fixture("bridge").edition())
        let feeds = files.keys.filter { $0.hasPrefix("feeds/") && $0.hasSuffix(".xml") }.sorted()
        #expect(
            feeds == [
                "feeds/corrections.xml", "feeds/rulings.xml", "feeds/topics/budget.xml",
                "feeds/topics/roads.xml",
            ]
        )
        for path in feeds {
            let feed = try atom(files[path])
            let json = try ParsedJSON.object(try #require(files[path.replacing(".xml", with: ".json")]))
            let items = try #require(json["items"] as? [[String: Any]])
            let entries = feed.elements(forName: "entry")
            #expect(
                entries.flatMap { texts($0, "id") } == items.compactMap { $0["id"] as? String },
                "\(path)"
            )
            #expect(
                entries.flatMap { texts($0, "updated") }
                    == items.compactMap { $0["date_modified"] as? String }
            )
            #expect(texts(feed, "title").first == json["title"] as? String)
        }
    }

    @Test func theLastChangeComesFirstAndDatesTheFeed() async throws {
        let feed = try atom(files(try await Fixture("bridge").edition())["feeds/rulings.xml"])
        let updated = feed.elements(forName: "entry").flatMap { texts($0, "updated") }
        #expect(updated == updated.sorted(by: >))
        #expect(texts(feed, "updated").first == updated.first)
        #expect(updated.contains("2026-06-10T00:00:00Z"))
    }

    @Test func aFeedHoldsTheNewestFifty() throws {
        var texts: [String: String] = [:]
        for number in 10..<80 {
            texts["content/claims/n\(number).md"] = "---\nstatement: Number \(number).\nclaimant: who\n---\n"
            texts["content/verdicts/n\(number).md"] =
                "---\nclaim: n\(number)\nruling: yes\ntitle: T\nsummary: S.\nauthors: p\npublished: 2026-02-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)\n---\n"
        }
        let files = files(try Fixture.oneClaim(extra: texts).edition())
        #expect(try atom(files["feeds/rulings.xml"]).elements(forName: "entry").count == 50)
        let feed = try ParsedJSON.object(try #require(files["claimreview.json"]))
        #expect((feed["dataFeedElement"] as? [Any])?.count == 71)
    }

    @Test func noDraftReachesAnyFile() async throws {
        let fixture = try await Fixture("bridge")
        let published = files(fixture.edition())
        let withDrafts = files(fixture.edition(includingDrafts: true))
        #expect(Set(published.keys) == Set(withDrafts.keys))
        for (path, bytes) in withDrafts where path != "robots.txt" {
            #expect(bytes == published[path], "\(path)")
        }
        #expect(String(decoding: withDrafts["robots.txt"] ?? [], as: UTF8.self).contains("Disallow: /\n"))
        #expect(!published.values.contains { String(decoding: $0, as: UTF8.self).contains("school-roof") })
    }

    @Test func aSiteMapIsSplitAtItsLimits() throws {
        let entries = (1...7).map {
            Sitemap.Entry(address: "https://x.example/\($0)&", lastChanged: CalendarDate("2026-01-0\($0)"))
        }
        let one = Sitemap.files(entries, site: "https://x.example/")
        #expect(one.map(\.route.path) == ["sitemap.xml"])
        for limits in [Sitemap.Limits(entries: 3, bytes: 10_000), Sitemap.Limits(entries: 100, bytes: 400)] {
            let files = Sitemap.files(entries, site: "https://x.example/", limits: limits)
            #expect(
                files.map(\.route.path) == ["sitemap.xml"]
                    + (1...(files.count - 1)).map { "sitemap-\($0).xml" }
            )
            #expect(files.count > 3)
            #expect(files.dropFirst().allSatisfy { $0.bytes.count <= limits.bytes })
            let index = try atom(files[0].bytes)
            #expect(index.name == "sitemapindex")
            #expect(index.elements(forName: "sitemap").flatMap { texts($0, "loc") }.count == files.count - 1)
            let listed = try files.dropFirst().flatMap {
                try atom($0.bytes).elements(forName: "url").flatMap { texts($0, "loc") }
            }
            #expect(listed == entries.map(\.address))
        }
    }

    @Test func pagesWithoutADateOfTheirOwnHaveNone() async throws {
        let map = try atom(files(try await Fixture("bridge").edition())["sitemap.xml"])
        let changed = Dictionary(
            uniqueKeysWithValues: map.elements(forName: "url").map {
                (texts($0, "loc")[0], texts($0, "lastmod").first)
            }
        )
        let site = "https://check.millbrook.example/"
        #expect(changed[site + "claims/bridge-cost/"] == "2026-06-10")
        #expect(changed[site + "pages/about/"] == .some(nil))
        #expect(changed[site + "404.html"] == nil)
        #expect(!changed.keys.contains { $0.contains("embed/") || $0.contains("search/") })
    }

    @Test func anEntryTellsItsRulingInItsTitleAndAsItsCategory() throws {
        let files = files(try Fixture.oneClaim(settings: "time-zone: Asia/Tokyo").edition())
        let entry = try #require(try atom(files["feeds/rulings.xml"]).elements(forName: "entry").first)
        #expect(texts(entry, "title") == ["Wrong: It is not so"])
        // The day begins in the newsroom's time zone.
        #expect(texts(entry, "published") == ["2026-01-02T00:00:00+09:00"])
        let text = String(decoding: files["feeds/rulings.xml"] ?? [], as: UTF8.self)
        #expect(
            text.contains(
                #"<category term="no" scheme="https://x.example/news/rulings/" label="Wrong"/>"# + "\n"
                    + #"<category term="t" label="Topic"/>"#
            )
        )
        let json = try ParsedJSON.object(try #require(files["feeds/rulings.json"]))
        let item = try #require((json["items"] as? [[String: Any]])?.first)
        #expect(item["title"] as? String == "Wrong: It is not so")
        #expect(item["tags"] as? [String] == ["Wrong", "Topic"])
    }

    @Test func entriesOfOneDayStandAsOnTheFrontPage() throws {
        var texts: [String: String] = [:]
        for (id, evidence) in [("a", 1), ("b", 3), ("d", 2)] {
            texts["content/claims/\(id).md"] = "---\nstatement: \(id).\nclaimant: who\n---\n"
            let pieces = String(repeating: "  - {article: a, stance: context, shows: S}\n", count: evidence)
            texts["content/verdicts/\(id).md"] =
                "---\nclaim: \(id)\nruling: yes\ntitle: \(id)\nsummary: S.\nauthors: p\npublished: 2026-02-01\nevidence:\n\(pieces)---\n"
        }
        let edition = try Fixture.oneClaim(extra: texts).edition()
        let feed = try atom(files(edition)["feeds/rulings.xml"])
        let titles = feed.elements(forName: "entry").flatMap { self.texts($0, "title") }
        #expect(titles == ["Right: b", "Right: d", "Right: a", "Wrong: It is not so"])
        var choice = FrontPageChoice(of: RankedClaims(edition.ratedClaims))
        let chosen = choice.takeNewest(4).compactMap { edition.claim($0.claimID).flatMap(edition.rated) }
        #expect(chosen.map { "\($0.ruling.label): \($0.verdict.title.value)" } == titles)
    }

    @Test func anEmptySiteHasValidFeeds() throws {
        let files = files(try Fixture.oneClaim().edition(today: try #require(CalendarDate("2025-01-01"))))
        let feed = try atom(files["feeds/rulings.xml"])
        #expect(texts(feed, "updated") == ["2025-01-01T00:00:00Z"])
        #expect(feed.elements(forName: "author").count == 1)
    }
}
