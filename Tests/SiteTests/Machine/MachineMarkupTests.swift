import Addresses
import Foundation
import Newsroom
import Testing

@testable import Site

@Suite struct MachineMarkupTests {
    private func review(_ fixture: Fixture) throws -> [String: Any] {
        try ParsedJSON.object(
            try #require(SchemaMarkup(fixture.edition()).blocks(for: .claim("c"), words: Fixture.words).first)
        )
    }

    private func item(_ fixture: Fixture) throws -> [String: Any] {
        try #require(try review(fixture)["itemReviewed"] as? [String: Any])
    }

    @Test func aStepOfTheScaleHasItsNumbers() throws {
        let rating = try #require(try review(.oneClaim())["reviewRating"] as? [String: Any])
        #expect(rating["ratingValue"] as? Int == 1)
        #expect(rating["worstRating"] as? Int == 1)
        #expect(rating["bestRating"] as? Int == 2)
        #expect(rating["alternateName"] as? String == "Wrong")
    }

    @Test func aLabelHasNoNumber() throws {
        let rating = try #require(
            try review(.oneClaim(verdict: "ruling: open"))["reviewRating"] as? [String: Any]
        )
        #expect(rating["alternateName"] as? String == "Open")
        #expect(rating.keys.filter { $0.lowercased().contains("rating") && $0 != "ratingExplanation" } == [])
    }

    @Test(arguments: [
        ("stated: 2018", "2018"), ("stated: 2018-07", "2018-07"), ("stated: 2018-07-16", "2018-07-16"),
        ("stated: 2018-07-16/2018-07-22", nil), ("", nil),
    ])
    func theDateOfAClaimIsOneDateOrNone(field: String, date: String?) throws {
        let item = try item(.oneClaim(claim: field))
        #expect(item["datePublished"] as? String == date)
        // The date of the check is not the date of the claim.
        #expect(item["datePublished"] as? String != "2026-01-02")
    }

    @Test func aClaimantIsWhatTheProfileSays() throws {
        let author = try #require(try item(.oneClaim())["author"] as? [String: Any])
        #expect(author["@type"] as? String == "Person")
        #expect(author["name"] as? String == "Who")
        #expect(
            author["sameAs"] as? String == "https://www.wikidata.org/wiki/Q1",
            "an address of no web goes out"
        )
        let organisation = try item(
            .oneClaim(extra: ["content/profiles/who.md": "---\nname: Who\nkind: organisation\n---\n"])
        )
        #expect((organisation["author"] as? [String: Any])?["@type"] as? String == "Organization")
    }

    @Test func severalClaimantsAreAList() throws {
        let fixture = try Fixture.oneClaim(
            extra: ["content/claims/c.md": "---\nstatement: It is so.\nclaimant: [who, p]\n---\n"])
        #expect(
            (try item(fixture)["author"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == [
                "Who", "Desk",
            ]
        )
    }

    @Test func appearancesAreWhereTheClaimWasMadeAndNeverOurOwnPages() throws {
        let item = try item(
            .oneClaim(
                claim: """
                    stated: 2025-02-01
                    appearances:
                      - {article: a, quote: It is so.}
                      - {article: a, quote: It is so., kind: repeated}
                      - {article: b, quote: It is so.}
                      - {article: d, quote: It is not so., kind: denied}
                    """,
                extra: ["seeds/d.md": "---\ntitle: Denial\npublisher: p\n---\n> It is not so.\n"]
            )
        )
        let appearances = try #require(item["appearance"] as? [[String: Any]])
        #expect(appearances.compactMap { $0["name"] as? String } == ["First", "Second"])
        #expect(appearances.map { $0["url"] as? String } == ["https://a.example/1", nil])
        #expect((item["firstAppearance"] as? [String: Any])?["name"] as? String == "Second")
    }

    @Test func theAuthorOfAReviewIsWhoPublishesUnlessTheSettingsSayOtherwise() throws {
        let profiles = [
            "content/profiles/p.md": "---\nname: Desk\nkind: organisation\nurl: https://desk.example/\n---\n",
            "content/profiles/ana.md": "---\nname: Ana\nkind: person\n---\n",
        ]
        let usual = try review(.oneClaim(extra: profiles))
        let author = try #require(usual["author"] as? [String: Any])
        #expect(author["@type"] as? String == "NewsMediaOrganization")
        #expect(author["url"] as? String == "https://desk.example/")
        #expect(usual["publisher"] == nil)
        let chosen = try review(.oneClaim(settings: "claim-review-author: authors", extra: profiles))
        #expect((chosen["publisher"] as? [String: Any])?["name"] as? String == "Desk")
    }

    @Test func peopleWriteTheArticleAndItStandsInItsListAndTopic() throws {
        let blocks = try SchemaMarkup(Fixture.oneClaim().edition()).blocks(
            for: .claim("c"),
            words: Fixture.words
        )
        .map(ParsedJSON.object)
        #expect(
            blocks.compactMap { $0["@type"] as? String } == ["ClaimReview", "NewsArticle", "BreadcrumbList"]
        )
        #expect(blocks[1]["headline"] as? String == blocks[0]["name"] as? String)
        #expect(blocks[1]["datePublished"] as? String == blocks[0]["datePublished"] as? String)
        #expect(blocks[1]["dateModified"] != nil && blocks[1]["author"] != nil)
        #expect(blocks[1]["image"] == nil && (blocks[1]["publisher"] as? [String: Any])?["logo"] == nil)
        let steps = try #require(blocks[2]["itemListElement"] as? [[String: Any]])
        #expect(steps.compactMap { $0["position"] as? Int } == Array(1...steps.count))
        #expect(steps[1]["item"] as? String == "https://x.example/news/claims/")
        #expect(steps.last?["item"] as? String == "https://x.example/news/claims/c/")
    }

    @Test func theFrontPageSaysHowToSearch() throws {
        let blocks = try SchemaMarkup(Fixture.oneClaim().edition()).blocks(for: .home, words: Fixture.words)
        let site = try ParsedJSON.object(try #require(blocks.first))
        let action = try #require(site["potentialAction"] as? [String: Any])
        let target = try #require(action["target"] as? [String: Any])
        #expect(target["urlTemplate"] as? String == "https://x.example/news/search/?q={search_term_string}")
    }

    @Test func aDraftHasNoMarkup() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: true))
        let draft = try site.page(.claim("school-roof-leaks"))
        #expect(try ParsedJSON.blocks(draft).isEmpty)
        #expect(!draft.contains("og:"))
        #expect(!draft.contains("oembed"))
    }

    /// Compares each claim page's markup with its text, field by field.
    @Test func markupAndPageSayTheSame() async throws {
        let edition = try await Fixture("bridge").edition()
        let site = try await BuiltSite(edition)
        var addresses: Set<String> = []
        for rated in edition.ratedClaims {
            let html = try site.page(.claim(rated.claim.id))
            let review = try ParsedJSON.review(html)
            let text = html.split(separator: "</head>").last.map(String.init) ?? ""
            func shows(_ value: Any?) -> Bool {
                guard let value = value as? String else { return false }
                return text.contains(XMLText.escaped(value))
            }
            let rating = try #require(review["reviewRating"] as? [String: Any])
            let item = try #require(review["itemReviewed"] as? [String: Any])
            #expect(shows(review["claimReviewed"]))
            #expect(shows(review["name"]))
            #expect(shows(rating["alternateName"]))
            #expect(shows(rating["ratingExplanation"]))
            #expect(text.contains(#"datetime="\#(review["datePublished"] as? String ?? "none")""#))
            let claimants = item["author"] as? [[String: Any]] ?? [item["author"] as? [String: Any] ?? [:]]
            #expect(claimants.allSatisfy { shows($0["name"]) })
            let address = try #require(review["url"] as? String)
            #expect(html.contains(#"<link rel="canonical" href="\#(address)">"#))
            #expect(addresses.insert(address).inserted, "two claims have one address")
        }
        #expect(addresses.count == edition.ratedClaims.count)
        #expect(addresses.count > 2)
    }

    @Test func textCannotLeaveTheScriptElement() throws {
        let fixture = try Fixture.oneClaim(
            verdict: "ruling: no",
            extra: ["content/profiles/p.md": "---\nname: \"</script><!--\\u2028\"\nkind: organisation\n---\n"]
        )
        let blocks = SchemaMarkup(fixture.edition()).blocks(for: .claim("c"), words: Fixture.words)
        let text = String(decoding: blocks.joined(), as: UTF8.self)
        #expect(text.contains("\\u003c/script"))
        #expect(!text.contains("<") && !text.contains("\u{2028}"))
    }

    @Test func policiesAreFoundByTheirRole() throws {
        let fixture = try Fixture.oneClaim(extra: [
            "content/pages/how.md": "---\ntitle: How\nrole: methodology\n---\n",
            "content/pages/put-right.md": "---\ntitle: Right\nrole: corrections\n---\n",
        ])
        let publisher = try #require(try review(fixture)["author"] as? [String: Any])
        #expect(publisher["verificationFactCheckingPolicy"] as? String == "https://x.example/news/pages/how/")
        #expect(publisher["correctionsPolicy"] as? String == "https://x.example/news/pages/put-right/")
        #expect(publisher["ownershipFundingInfo"] == nil)
    }
}
