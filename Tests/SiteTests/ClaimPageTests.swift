import Addresses
import Newsroom
import Testing

@testable import Site

@Suite struct ClaimPageTests {
    private static let settings = """
        name: X
        url: https://x.example/
        language: en
        description: X.
        publisher: p
        scale:
          version: 1
          rulings: [{id: "no", label: "No", meaning: "No."}, {id: "yes", label: "Yes", meaning: "Yes."}]
          labels: [{id: unproven, label: Unproven, meaning: "Open."}]
        """

    /// A claim that two articles word differently, with three reports, two of which are one.
    private static func records(ruling: String = "yes") -> [String: String] {
        var files = [
            "content/site.yaml": settings,
            "content/profiles/p.md": "---\nname: Pat\nkind: person\n---\n",
            "content/pages/contact.md": "---\ntitle: Contact\n---\nWrite.\n",
            "seeds/a.md":
                "---\ntitle: A\npublisher: p\nurl: https://a.example/\n---\n> We go, at once, to the cyber security talks.\n",
            "seeds/b.md": "---\ntitle: B\npublisher: p\n---\n> We go, at once, to the cybersecurity talks.\n",
            "content/claims/c.md": """
            ---
            statement: Pat goes.
            claimant: p
            stated: 2020-02-02
            appearances:
              - {article: b, quote: "We go, at once, to the cybersecurity talks.", kind: denied, date: 2021}
              - {article: a, quote: "We go, at once, to the cyber security talks."}
            timeline: [{date: 2020-03, text: Pat went., sources: [s]}, {date: 2019, text: Pat stayed.}]
            ---
            """,
            "content/verdicts/c.md": """
            ---
            claim: c
            ruling: "\(ruling)"
            title: Pat goes
            summary: Pat does go.
            authors: [p]
            published: 2026-11-20
            evidence:
              - {source: s, stance: supports, shows: It says so.}
              - {source: copy, stance: supports, shows: It copies that.}
              - {source: other, stance: supports, shows: It says so too.}
            ---
            As we said.
            """,
        ]
        for (id, more) in [("s", ""), ("copy", "derived-from: s\n"), ("other", "read-in: s\n")] {
            let checked = id == "other" ? "cited" : "read"
            files["content/sources/\(id).md"] =
                "---\ntitle: Report \(id)\npublisher: P\nkind: news-report\nchecked: \(checked)\n\(more)---\n"
        }
        return files
    }

    private static func page(_ records: [String: String]) throws -> String {
        let renderer = SiteRenderer(
            edition: try Fixture(records).edition(),
            theme: SiteTemplates(theme: Fixture.theme),
            words: Fixture.words
        )
        let (file, diagnostics) = renderer.render(.claim("c"))
        #expect(diagnostics.map(\.message) == [])
        return String(decoding: try #require(file).bytes, as: UTF8.self)
    }

    @Test func linesKnownToBeIndependentAreCounted() throws {
        var records = Self.records()
        records["content/sources/s.md"]?.replace("checked: read\n", with: "checked: read\nown-access: yes\n")
        #expect(
            try Self.page(records).contains("3 sources, of which 1 line known to be independent.")
        )
        records["content/sources/other.md"] =
            "---\ntitle: Law\npublisher: P\nkind: primary-document\nchecked: read\n---\n"
        #expect(try Self.page(records).contains("2 independent lines of evidence."))
    }

    @Test func whatASourceHasAtStakeStandsBesideIt() throws {
        var records = Self.records()
        records["content/sources/s.md"]?.replace(
            "checked: read\n",
            with: "checked: read\ninterest: Sells lamps.\nrelation: Our landlord.\n"
        )
        records["content/claims/c.md"]?.replace("stated:", with: "chosen: Many asked.\nstated:")
        let page = try Self.page(records)
        #expect(page.contains("What it has at stake: <bdi>Sells lamps.</bdi>"))
        #expect(page.contains("What ties us to it: <bdi>Our landlord.</bdi>"))
        #expect(page.contains("Many asked."))
        #expect(page.contains("<bdi>Pat’s claim</bdi>:"))
    }

    @Test func copiesCountAsOneLineOfEvidence() throws {
        let page = try Self.page(Self.records())
        #expect(page.contains("3 sources, of which 0 lines known to be independent."))
        #expect(page.contains(#"Draws on: <a href="../../sources/s/index.html">Report s</a></p>"#))
        #expect(page.contains(#"Read instead: <a href="../../sources/s/index.html">Report s</a></p>"#))
    }

    @Test func whatNoEvidenceUnderminesIsSaid() throws {
        let page = try Self.page(Self.records())
        let column = try #require(
            page.firstMatch(of: /<section class="stance stance-undermines"[\s\S]*?<\/section>/)
        )
        #expect(column.0.contains("None in the record that we read."))
        #expect(!page.contains("stance-context"))
    }

    @Test func whereItWasSaidLeavesOutWhereItWasDenied() throws {
        let page = try Self.page(Self.records())
        #expect(page.contains(#"<dt>Where</dt><dd><a href="../../articles/a/index.html">Pat</a></dd>"#))
    }

    @Test func appearancesAndEventsStandInTheOrderOfTheirDates() throws {
        let page = try Self.page(Self.records())
        let list = try #require(page.firstMatch(of: /<ol class="timeline dated">[\s\S]*?<\/ol>/)).0
        let kinds = /<li>\n<p>.*?(?:<span class="tag">(.*?)<\/span>)?<\/p>/
        let entries = list.matches(of: kinds).map { $0.1.map(String.init) ?? "event" }
        #expect(entries == ["event", "Stated", "event", "Denied"])
    }

    @Test func aMonthComesAfterItsDays() throws {
        var records = Self.records()
        records["content/claims/c.md"] = records["content/claims/c.md"]?.replacing(
            /timeline: .*/,
            with:
                "timeline: [{date: 2020-02, text: One.}, {date: 2020-02-29, text: Two.}, {date: 2020-02-01/2020-03, text: Three.}]"
        )
        let page = try Self.page(records)
        let dates = page.matches(of: /<li>\n<p>(?:<time[^>]*>)?([^<]*)/).map { String($0.1) }
        #expect(
            dates == [
                "1 February 2020 to March 2020", "2 February 2020", "29 February 2020", "February 2020",
                "2021",
            ]
        )
    }

    @Test func thePageSaysWhenTheRulingIsLookedAtAgain() throws {
        var records = Self.records()
        #expect(!(try Self.page(records)).contains("We look at this ruling again"))
        records["content/verdicts/c.md"] = records["content/verdicts/c.md"]?
            .replacing("published:", with: "review-by: 2027-11-20\npublished:")
        let page = try Self.page(records)
        #expect(
            page.contains(
                #"We look at this ruling again by: <time datetime="2027-11-20">20 November 2027</time>"#
            )
        )
    }

    @Test func wordsThatArticlesPrintDifferentlyAreMarked() throws {
        let page = try Self.page(Self.records())
        let marked = page.matches(
            of: /<mark class="wording-difference"><span class="hidden">\[differs\] <\/span>(.*?)<\/mark>/
        )
        #expect(marked.map { String($0.1) } == ["cybersecurity", "cyber security"])
    }

    @Test func onlyAnArticleWithAnAddressHasALinkToTheWords() throws {
        let page = try Self.page(Self.records())
        let links = page.matches(of: /href="([^"]*:~:text=[^"]*)"/).map { String($0.1) }
        #expect(
            links == [
                "https://a.example/#:~:text=We%20go%2C%20at%20once%2C%20to%20the%20cyber%20security%20talks"
            ]
        )
    }

    @Test func thePageSaysHowToCiteItAndWhereToReportAnError() throws {
        let page = try Self.page(Self.records())
        #expect(
            page.contains(
                #"Pat. “Pat goes.” X, 20 November 2026. <bdi dir="ltr">https://x.example/claims/c/</bdi></p>"#
            )
        )
        #expect(page.contains(#"<a href="../../pages/contact/index.html">Report an error</a>"#))
    }

    @Test func theScaleIsReadWithoutSight() throws {
        let step = try Self.page(Self.records())
        #expect(step.contains(">Yes: step 2 of 2. From worst to best: No, Yes.</desc>"))
        #expect(step.ranges(of: "<g class=\"tone-5\">\n<path ").count == 1)
        let label = try Self.page(Self.records(ruling: "unproven"))
        #expect(label.contains(">Unproven: not a step of the scale. From worst to best: No, Yes.</desc>"))
        #expect(!label.contains("<path"))
    }

    @Test func claimsThatShareAnArticleAreRelated() throws {
        var records = Self.records()
        for id in ["d", "e"] {
            let article = id == "d" ? "a" : "elsewhere"
            records["content/claims/\(id).md"] =
                "---\nstatement: Other \(id).\nclaimant: p\nappearances: [{article: \(article), quote: We go}]\n---\n"
            records["content/verdicts/\(id).md"] =
                "---\nclaim: \(id)\nruling: \"no\"\ntitle: Other \(id)\nsummary: S.\nauthors: p\npublished: 2026-11-01\n---\nNo.\n"
        }
        let page = try Self.page(records)
        #expect(page.contains(#"<a href="../../claims/d/index.html">Other d</a>"#))
        #expect(!page.contains("Other e"))
    }
}
