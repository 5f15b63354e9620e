import Newsroom
import Testing

@testable import Site

/// Nothing of the inbox is in an edition, and so on no page, in no feed, in no data and in no search.
struct InboxTests {
    @Test("No edition has items of the inbox, with drafts or without", arguments: [true, false])
    func editions(includesDrafts: Bool) throws {
        let loaded = LoadedNewsroom(decoding: [
            .init(
                path: "content/site.yaml",
                text: """
                    name: N
                    url: https://n.example/
                    language: en
                    description: D
                    publisher: p
                    scale:
                      version: 1
                      rulings:
                        - {id: false, label: False, meaning: No}
                        - {id: true, label: True, meaning: Yes}
                    """
            ),
            .init(path: "content/profiles/p.md", text: "---\nname: P\nkind: organisation\n---\n"),
            .init(
                path: "content/inbox/secret.md",
                text:
                    "---\nwords: Secret words.\nwho: Secret person\nformerly: secret-too\n---\nSecret note.\n"
            ),
        ])
        let newsroom = try #require(loaded.newsroom)
        #expect(loaded.diagnostics == [] && newsroom.inbox.count == 1)
        let today = try #require(CalendarDate("2026-11-29"))
        let edition = Edition(of: newsroom, today: today, includingDrafts: includesDrafts)
        #expect(edition.records.inbox.count == 0)
        #expect(!SitePlan.pages(of: edition).contains { "\($0)".contains("secret") })
    }
}
