import Addresses
import Foundation
import Testing

@testable import Site

/// JSON read by Foundation, which shares no code with our writer.
enum ParsedJSON {
    static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    /// The JSON-LD blocks of a page.
    static func blocks(_ html: String) throws -> [[String: Any]] {
        try html.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/.dotMatchesNewlines())
            .map { try object(Array($0.1.utf8)) }
    }

    static func review(_ html: String) throws -> [String: Any] {
        try #require(try blocks(html).first { $0["@type"] as? String == "ClaimReview" })
    }
}

extension Fixture {
    /// A small newsroom with one claim, for tests of a single rule.
    static func oneClaim(
        claim: String = "",
        verdict: String = "ruling: no",
        settings: String = "",
        extra: [String: String] = [:],
        body: String = ""
    ) throws -> Fixture {
        let files = [
            "content/site.yaml": """
            name: Check
            url: https://x.example/news/
            language: en
            description: One.
            publisher: p
            scale:
              version: 1
              rulings: [{id: no, label: Wrong, meaning: m}, {id: yes, label: Right, meaning: m}]
              labels: [{id: open, label: Open, meaning: m}]
            topics: [{id: t, name: Topic}]
            navigation: []
            \(settings)
            """,
            "content/profiles/p.md": "---\nname: Desk\nkind: organisation\n---\n",
            "content/profiles/who.md":
                "---\nname: Who\nkind: person\nurl: javascript:alert(1)\nsame-as: https://www.wikidata.org/wiki/Q1\n---\n",
            "content/claims/c.md": "---\nstatement: It is so.\nclaimant: who\ntopics: t\n\(claim)\n---\n",
            "content/verdicts/c.md":
                "---\nclaim: c\ntitle: It is not so\nsummary: No.\nauthors: p\npublished: 2026-01-02\n\(verdict)\n---\n\(body)\n",
            "seeds/a.md":
                "---\ntitle: First\npublisher: p\npublished: 2025-03-01\nurl: https://a.example/1\n---\n> It is so.\n",
            "seeds/b.md":
                "---\ntitle: Second\npublisher: p\npublished: 2025-02-01\nurl: https://x.example/news/b\n---\n> It is so.\n",
        ]
        return try Fixture(files.merging(extra) { $1 })
    }
}
