import Testing

@testable import Site

@Suite struct DraftTests {
    /// Every text of the fixture's draft, and the ids of what only the draft uses.
    static let secrets = [
        "SECRET-DRAFT", "school-roof-leaks", "secret-source", "board-member", "Sam Draft", "The school roof",
    ]

    @Test func nothingOfADraftIsInTheSite() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition())
        for (path, bytes) in site.files {
            let text = path + String(decoding: bytes, as: UTF8.self)
            for secret in Self.secrets { #expect(!text.contains(secret), "\(path) has \(secret)") }
        }
    }

    @Test func anEmailAddressIsNeverPublished() async throws {
        for drafts in [false, true] {
            let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: drafts))
            #expect(site.pages.values.allSatisfy { !$0.contains("desk@ledger.example") })
        }
    }

    @Test func draftPagesSaySoAndStayOutOfSearchEngines() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: true))
        for route in [Route.claim("school-roof-leaks"), .source("secret-source"), .profile("board-member")] {
            let page = try site.page(route)
            #expect(page.contains(#"<meta name="robots" content="noindex">"#), "\(route.path)")
            #expect(page.contains("Draft, not published"), "\(route.path)")
        }
        let published = try site.page(.claim("bridge-cost"))
        #expect(!published.contains("noindex"))
        #expect(!published.contains(#"<body class="draft">"#))
    }
}
