import Addresses
import Foundation
import Testing

@testable import Site

/// A newsroom in which every field tries to break out of its page.
@Suite struct HostileTextTests {
    static let attack =
        #""'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>{{x}}&amp;‮"#

    static func newsroom() throws -> Fixture {
        let text = try #require(String(data: JSONEncoder().encode(attack), encoding: .utf8))
        return try Fixture([
            "content/site.yaml": """
            name: \(text)
            url: https://x.example/
            language: en
            description: \(text)
            publisher: p
            scale:
              version: 1
              rulings:
                - {id: \(text), label: \(text), meaning: \(text)}
                - {id: "true", label: \(text), meaning: \(text)}
              labels: [{id: "../up", label: \(text), meaning: \(text)}]
            topics: [{id: \(text), name: \(text), description: \(text)}]
            navigation: [about]
            """,
            "content/pages/about.md": "---\ntitle: \(text)\nsummary: \(text)\n---\n\(attack)\n",
            "content/profiles/p.md": """
            ---
            name: \(text)
            kind: person
            role: reviewer
            description: \(text)
            ---
            \(attack)
            """,
            "seeds/a.md": """
            ---
            title: \(text)
            publisher: p
            authors: [\(text), p]
            ---
            > \(attack)
            >
            > — \(attack)
            """,
            "content/claims/c.md": """
            ---
            statement: \(text)
            claimant: p
            topics: [\(text)]
            appearances: [{article: a, quote: \(text), locator: \(text), by: p}]
            timeline: [{date: 2020, text: \(text), sources: [s]}]
            ---
            \(attack)
            """,
            "content/sources/s.md": """
            ---
            title: \(text)
            publisher: \(text)
            authors: [\(text)]
            kind: research
            checked: read
            snapshot: {file: x.html, sha256: \(text)}
            ---
            \(attack)
            """,
            "content/verdicts/c.md": """
            ---
            claim: c
            ruling: \(text)
            title: \(text)
            summary: \(text)
            authors: p
            published: 2026-01-01
            evidence:
              - {source: s, stance: supports, shows: \(text), locator: \(text), quote: \(text)}
              - {article: a, stance: context, shows: \(text)}
            parts: [{part: \(text), ruling: "true", note: \(text)}]
            replies: [{from: p, asked: 2026-01-01, answered: none, note: \(text)}]
            would-change: \(text)
            counter-example: \(text)
            single-lineage-reason: \(text)
            ---
            Reasoning \(attack) [@s, \(attack)] [@missing].
            """,
        ])
    }

    @Test func noFieldBecomesMarkup() async throws {
        let site = try await BuiltSite(Self.newsroom().edition())
        #expect(try site.page(.claim("c")).contains("&lt;img src=x onerror=alert(1)&gt;"))
        for (path, html) in site.pages {
            let lowered = html.lowercased()
            let ownScripts = lowered.matches(
                of: /<script (type="application\/ld\+json"|src="[^"]*" defer)>[^<]*<\/script>/
            )
            #expect(lowered.matches(of: /<\/?script/).count == 2 * ownScripts.count, "\(path)")
            #expect(!lowered.contains("<img"), "\(path)")
            #expect(!lowered.contains("</title></script"), "\(path)")
            // The layout's end is the page's end, so no element was closed early.
            let end = path.hasPrefix("embed/") ? "</main>" : "</footer>"
            #expect(html.hasSuffix("\(end)\n</body>\n</html>\n"), "\(path)")
        }
    }

    @Test func everyTagIsOneOfOurs() async throws {
        let site = try await BuiltSite(Self.newsroom().edition())
        let own = Set(
            try await BuiltSite(Fixture("bridge").edition()).pages.values.flatMap {
                HTMLScan($0).tags.map(\.name)
            }
        )
        for (path, html) in site.pages {
            let opened = html.matches(of: /<([A-Za-z][^\s>\/]*)/).map { String($0.1) }
            #expect(Set(opened).isSubset(of: own), "\(path): \(Set(opened).subtracting(own))")
        }
    }

    @Test func noIdLeavesTheOutputFolder() async throws {
        let site = try await BuiltSite(Self.newsroom().edition())
        for path in site.files.keys {
            #expect(!path.split(separator: "/").contains(".."), "\(path)")
            #expect(path.utf8.allSatisfy { $0 >= 0x20 }, "\(path)")
        }
    }

    @Test(
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "data:text/html,<script>", "vbscript:x", "//evil.example/", "https:/evil", "https://",
            "file:///etc/passwd",
            "https://exa mple.org/", "https://example.org/\"onclick=\"x",
        ])
    func onlyAddressesOfTheWebBecomeLinks(address: String) {
        #expect(WebAddress.linkable(address) == nil)
    }

    @Test(arguments: ["https://example.org", "http://example.org/a?b=c&d#e", "https://example.org/ü%20"])
    func addressesOfTheWebBecomeLinks(address: String) {
        #expect(WebAddress.linkable(address) == address)
    }
}
