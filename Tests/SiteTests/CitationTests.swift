import Addresses
import Markdown
import Newsroom
import Testing

@testable import Site

@Suite struct CitationTests {
    @Test func numbersFollowTheTextAndUncitedEvidenceComesLast() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.claim("bridge-cost"))
        let order = page.matches(
            of: /<li id="evidence_(\d+)">\n.*\n<cite><a href="[^"]*\/(?:sources|articles)\/([a-z-]+)\//
        )
        .sorted { $0.1 < $1.1 }.map { String($0.2) }
        #expect(order == ["council-minutes", "ledger-accounts", "county-statement", "harbour-interview"])
    }

    @Test func everyCitationLeadsToItsEvidenceAndBack() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.claim("bridge-cost"))
        let scan = HTMLScan(page)
        let citations = scan.tags.filter { $0.name == "a" && $0.attributes["id"] != nil }
        #expect(
            citations.compactMap { $0.attributes["href"] } == [
                "#evidence_1", "#evidence_2", "#evidence_1", "#evidence_3",
            ]
        )
        let addresses = Set(scan.values("href"))
        for citation in citations {
            #expect(addresses.contains("#" + (citation.attributes["id"] ?? "")))
            #expect(citation.attributes["aria-label"]?.hasPrefix("Evidence ") == true)
        }
    }

    @Test func theLocatorTellsWhichEvidenceIsMeant() throws {
        let page = try Self.reasoning(
            evidence: [("s", "p. 1"), ("s", "p. 2")],
            text: "First [@s, p. 2], then [@s, p. 1], then [@s]."
        )
        #expect(page.matches(of: /href="#evidence_(\d)"/).map { String($0.1) } == ["1", "2", "2"])
    }

    @Test func aCitationOfWhatIsNoEvidenceHasNoNumber() throws {
        let page = try Self.reasoning(evidence: [], text: "It says so [@nothing, p. 3].")
        #expect(page.contains(#"<span class="citations">[nothing, <bdi>p. 3</bdi>]</span>"#))
    }

    @Test func inASentenceTheSourceIsNamedByItsPublisher() throws {
        let page = try Self.reasoning(
            evidence: [("t", nil), ("s", nil)],
            text: "As @s says, and (@s [p. 3]); [-@t] and @someone [p. 4]. \\@s, a@s.example."
        )
        #expect(
            page.contains(
                ##"As P &amp; Co <span class="citations">[<a id="c1_1" href="#evidence_1""##
            )
        )
        #expect(page.contains(#"</a>, <bdi>p. 3</bdi>]</span>); <span class="citations">[<a id="c2_1""#))
        #expect(page.contains("and @someone [p. 4]. @s, <a href=\"mailto:a@s.example\">a@s.example</a>."))
    }

    @Test func noHeadingTakesTheFragmentOfAnEvidence() throws {
        let page = try Self.reasoning(
            evidence: [("s", nil)],
            text: "It says so [@s].\n\n## Evidence 1\n\n## Main content\n\n## evidence_1\n"
        )
        let ids = HTMLScan(page).values("id")
        #expect(ids.count == Set(ids).count)
    }

    /// The page of a claim whose verdict has this evidence and reasoning.
    private static func reasoning(evidence: [(id: String, locator: String?)], text: String) throws -> String {
        let entries = evidence.map { id, locator in
            "\n  - {source: \(id), stance: context, shows: It.\(locator.map { ", locator: \($0)" } ?? "")}"
        }
        let edition = try Fixture([
            "content/site.yaml": """
            name: X
            url: https://x.example/
            language: en
            description: X.
            publisher: p
            scale: {version: 1, rulings: [{id: "no", label: "No", meaning: "No."}, {id: "yes", label: "Yes", meaning: "Yes."}]}
            """,
            "content/profiles/p.md": "---\nname: P\nkind: person\n---\n",
            "content/claims/c.md": "---\nstatement: C.\nclaimant: p\n---\n",
            "content/sources/s.md": "---\ntitle: S\npublisher: P & Co\nkind: research\nchecked: read\n---\n",
            "content/sources/t.md": "---\ntitle: T\npublisher: P\nkind: research\nchecked: read\n---\n",
            "content/verdicts/c.md":
                "---\nclaim: c\nruling: \"no\"\ntitle: T\nsummary: S.\nauthors: p\npublished: 2026-01-01\n"
                + (entries.isEmpty ? "" : "evidence:" + entries.joined() + "\n") + "---\n" + text,
        ]).edition()
        let renderer = SiteRenderer(
            edition: edition,
            theme: SiteTemplates(theme: Fixture.theme),
            words: Fixture.words
        )
        let (file, diagnostics) = renderer.render(.claim("c"))
        #expect(diagnostics.map(\.message) == [])
        return String(decoding: try #require(file).bytes, as: UTF8.self)
    }
}
