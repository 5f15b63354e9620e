import Diagnostics
import Files
import Importing
import Newsroom
import Testing

@testable import Starter

struct IntakeTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 29)

    private func outcome(
        _ json: String,
        _ more: [String: String] = [:],
        origin: String = "a.json",
        _ take: (inout Intake, [IncomingItem], inout ImportFindings) -> IntakeOutcome = {
            $0.takeItems($1, findings: &$2)
        }
    ) throws -> IntakeOutcome {
        let newsroom = try #require(DraftingTests.loaded(more).newsroom)
        let file = try ImportedFile(Array(json.utf8), name: origin)
        guard case .items(let items) = file.content else { throw ImportedFile.Problem.unknownFormat }
        var findings = file.findings
        var intake = Intake(into: newsroom, today: try #require(Self.today), origin: origin)
        return take(&intake, items, &findings)
    }

    private func texts(_ outcome: IntakeOutcome) -> [String: String] {
        var texts: [String: String] = [:]
        for file in outcome.files { texts[file.path] = String(decoding: file.bytes, as: UTF8.self) }
        for change in outcome.changes { texts[change.path] = String(decoding: change.after, as: UTF8.self) }
        return texts
    }

    private static func review(
        _ words: String,
        rating: String = "False",
        url: String = "https://f.example/1",
        who: String = "{\"@type\":\"Person\",\"name\":\"Ann\"}"
    ) -> String {
        """
        {"@type":"ClaimReview","url":"\(url)","claimReviewed":"\(words)","name":"A title","datePublished":"2024-01-02",
        "author":{"name":"F"},"itemReviewed":{"author":\(who),"datePublished":"2024-01-01"},"reviewRating":{"alternateName":"\(rating)"}}
        """
    }

    @Test("Items are records without a finding, whatever their words are")
    func records() throws {
        let words = [
            "It rains.", "- a: b # c", "yes", "\\\"quoted\\\" & {x: [y]}", "---", "é 😀 ‏مرحبا", "@x !y |z",
            "2024", "null",
            "a\\u202Eb", "line\\nbreak", "<script>alert(1)</script>x", "{{mustache}}",
        ]
        let json = "[" + words.map { Self.review($0) }.joined(separator: ",") + "]"
        let outcome = try outcome(json)
        #expect(outcome.newItems == words.count)
        let loaded = DraftingTests.loaded(texts(outcome))
        #expect(loaded.diagnostics == [])
        let newsroom = try #require(loaded.newsroom)
        #expect(newsroom.inbox.count == words.count)
        #expect(newsroom.inbox.allSatisfy { $0.rulings.first?.rating == "False" && $0.who?.value == "Ann" })
        #expect(newsroom.inbox.contains { $0.words.value == "- a: b # c" })
        #expect(newsroom.inbox.contains { $0.words.value == "{{mustache}}" })
    }

    @Test(
        "The same import twice adds nothing; a newer state of the same file adds what is new, and keeps the rest"
    )
    func twice() throws {
        let first = try outcome("[" + Self.review("It rains.") + "]")
        var files = texts(first)
        let again = try outcome("[" + Self.review("It RAINS") + "]", files)
        #expect(again.files.isEmpty && again.changes.isEmpty && again.knownItems == 1)
        let path = try #require(files.keys.first)
        files[path] = files[path]?.replacing("seen:", with: "# a comment\nseen:").appending("Our notes.\n")
        let newer = try outcome("[" + Self.review("It rains.", url: "https://g.example/2") + "]", files)
        let text = try #require(texts(newer)[path])
        #expect(newer.grownItems == 1 && newer.files.isEmpty)
        #expect(text.contains("# a comment\nseen:") && text.hasSuffix("---\nOur notes.\n"))
        #expect(text.contains("https://f.example/1") && text.contains("https://g.example/2"))
    }

    @Test("Counts of another list are added, those of a newer state of one list are not")
    func counts() throws {
        let map = ColumnMap(columns: [.words: "claim", .count: "n"])
        func take(_ text: String, _ origin: String, _ files: [String: String]) throws -> [String: String] {
            let newsroom = try #require(DraftingTests.loaded(files).newsroom)
            let file = try ImportedFile(Array(text.utf8), name: origin, map: map)
            guard case .items(let items) = file.content else { throw ImportedFile.Problem.unknownFormat }
            var findings = file.findings
            var intake = Intake(into: newsroom, today: try #require(Self.today), origin: origin)
            return texts(intake.takeItems(items, findings: &findings))
        }
        func count(_ files: [String: String]) throws -> Int? {
            try #require(DraftingTests.loaded(files).newsroom).inbox.first?.count
        }
        var files = try take("claim,n\nIt rains,2\nit rains!,3\n", "jan.csv", [:])
        #expect(try count(files) == 5)
        #expect(try take("claim,n\nIt rains,2\nit rains!,3\n", "jan.csv", files).isEmpty)
        files.merge(try take("claim,n\nIt rains,4\n", "feb.csv", files)) { $1 }
        #expect(try count(files) == 9)
        #expect(try take("claim,n\nIt rains,4\n", "feb.csv", files).isEmpty)
    }

    @Test(
        "Drafts of claims: profiles where the kind is known, verdicts where the table has the ruling, nothing guessed"
    )
    func claims() throws {
        let table = SourceFile(
            path: "r.yaml",
            text:
                "ratings:\n  - {rating: false, ruling: false}\n  - {rating: False, publisher: G, ruling: true}\n"
        )
        let settings = try #require(DraftingTests.loaded().newsroom).settings
        let decoded = RatingsTable.decode(table, settings.scale)
        #expect(decoded.diagnostics == [])
        let json =
            "[" + Self.review("It rains.") + "," + Self.review("It snows.", rating: "Wrong") + ","
            + Self.review("It hails.", who: "{\"name\":\"Nobody knows\"}") + "]"
        func take(_ files: [String: String]) throws -> IntakeOutcome {
            try outcome(json, files) {
                $0.takeClaims(
                    $1,
                    ClaimDrafts(ratings: decoded.table, author: "example-writer", claimants: nil),
                    findings: &$2
                )
            }
        }
        let first = try take([:])
        #expect(
            first.newClaims == 2 && first.newVerdicts == 1 && first.newProfiles == 1 && first.newItems == 3
        )
        #expect(first.newSources == 1 && first.unmapped == ["Wrong (F)": 1] && first.leftOut.count == 1)
        let files = texts(first)
        let loaded = DraftingTests.loaded(files)
        #expect(loaded.diagnostics == [])
        let newsroom = try #require(loaded.newsroom)
        #expect(newsroom.verdicts["it-rains"]?.ruling.value == "false")
        #expect(newsroom.verdicts["it-rains"]?.written.published == nil, "a draft")
        #expect(newsroom.inbox.compactMap { $0.claim?.value }.sorted() == ["it-rains", "it-snows"])
        let again = try take(files)
        #expect(again.files.isEmpty && again.changes.isEmpty)
    }

    @Test("A table of ratings that names a ruling which the scale does not have is refused, with its place")
    func unknownRuling() throws {
        let settings = try #require(DraftingTests.loaded().newsroom).settings
        let file = SourceFile(path: "r.yaml", text: "ratings:\n  - rating: X\n    ruling: fasle\n")
        let problem = try #require(RatingsTable.decode(file, settings.scale).diagnostics.first)
        #expect(problem.message.contains("fasle") && problem.span?.line == 3)
    }

    @Test("Fact-checks become sources once, by their addresses")
    func sources() throws {
        func take(_ files: [String: String]) throws -> IntakeOutcome {
            let json = "[" + Self.review("It rains.") + "," + Self.review("It snows.") + "]"
            return try outcome(json, files) { $0.takeSources($1, findings: &$2) }
        }
        let first = try take([:])
        #expect(first.newSources == 1 && first.files.count == 1)
        let loaded = DraftingTests.loaded(texts(first))
        #expect(loaded.diagnostics == [])
        #expect(try take(texts(first)).files.isEmpty)
    }

    @Test("A proposed map is read back as what was proposed")
    func map() throws {
        let csv = "claim,speaker,rating,odd: name\nIt rains,Ann,False,x\n"
        let file = try ImportedFile(Array(csv.utf8), name: "a.csv")
        guard case .unmapped(let table) = file.content else { throw ImportedFile.Problem.unknownFormat }
        let text = MapProposal.text(for: table, name: "a\n.csv")
        let decoded = ColumnMap.decode(SourceFile(path: "m.yaml", text: text))
        #expect(decoded.diagnostics == [])
        #expect(decoded.map == ColumnMap(proposedFor: table))
    }

    @Test("A transcript becomes an article, in which signs mean nothing to Markdown")
    func transcript() throws {
        let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann *Lee*>1. It [rains](claim:x) {{x}} `now`.\n"
        let file = try ImportedFile(Array(vtt.utf8), name: "a.vtt")
        guard case .transcript(let transcript) = file.content else {
            throw ImportedFile.Problem.unknownFormat
        }
        let article = TranscriptArticle.file(
            transcript,
            .init(id: "talk", title: "Talk: one", publisher: "newsroom", published: "2026", url: nil)
        )
        let text = String(decoding: article.bytes, as: UTF8.self)
        #expect(text.contains("\n00:00:01 Ann \\*Lee\\*:\n\n> 1\\. It \\[rains\\](claim:x)"))
        #expect(DraftingTests.loaded([article.path: text]).diagnostics == [])
    }
}
