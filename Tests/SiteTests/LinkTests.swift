import Addresses
import Foundation
import Testing

@testable import Site

@Suite struct LinkTests {
    @Test(arguments: [false, true])
    func everyInternalLinkLeadsToAFileAndAFragmentThatExist(drafts: Bool) async throws {
        let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: drafts))
        let fragments = site.pages.mapValues { Set(HTMLScan($0).values("id")) }
        var checkedCount = 0
        for (path, html) in site.pages where path != "404.html" {
            let scan = HTMLScan(html)
            for address in scan.values("href") + scan.values("src") where !address.hasPrefix("https://") {
                let (target, fragment) = Self.resolve(address, from: path)
                #expect(site.files[target] != nil, "\(path) links to \(address)")
                if let fragment {
                    #expect(fragments[target]?.contains(fragment) == true, "\(path) links to \(address)")
                }
                checkedCount += 1
            }
        }
        #expect(checkedCount > 500)
    }

    @Test func noLinkDependsOnWhereTheSiteIs() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition())
        for (path, html) in site.pages where path != "404.html" {
            for address in HTMLScan(html).values("href") {
                #expect(!address.hasPrefix("/"), "\(path) links to \(address)")
                #expect(
                    !address.hasSuffix("/") || address.hasPrefix("https://"),
                    "\(path): \(address) fails from disk"
                )
            }
            let own = HTMLScan(html).tags.filter {
                $0.attributes["href"]?.hasPrefix("https://check.millbrook.example/") == true
            }
            // Programs need the card's whole address; a framed card opens the claim in a new window.
            #expect(
                own.allSatisfy { tag in
                    tag.attributes["rel"] == "canonical"
                        || tag.attributes["type"] == "application/json+oembed"
                        || (path.hasPrefix("embed/") && tag.attributes["target"] == "_blank")
                },
                "\(path)"
            )
        }
    }

    @Test func theNotFoundPageLinksFromTheRootOfAnyHost() async throws {
        let page = try await BuiltSite(Fixture("bridge").edition()).page(.notFound)
        let addresses = HTMLScan(page).values("href")
        #expect(addresses.count > 8)
        let own = addresses.filter { !$0.hasPrefix("https://") && $0 != "#main_content" }
        #expect(own.count > 8)
        #expect(own.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") }, "\(own)")
        #expect(own.contains("/assets/assay.css"))
        #expect(page.contains(#"<meta name="robots" content="noindex">"#))
    }

    @Test func canonicalAddressesHaveNoIndexFile() async throws {
        let site = try await BuiltSite(Fixture("bridge").edition())
        let page = try site.page(.claim("pont-étroit"))
        #expect(
            page.contains(
                #"<link rel="canonical" href="https://check.millbrook.example/claims/pont-%C3%A9troit/">"#
            )
        )
    }

    /// The file and the fragment of a relative address, resolved as in a browser.
    private static func resolve(_ address: String, from path: String) -> (path: String, fragment: String?) {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count == 2 ? String(parts[1]).removingPercentEncoding : nil
        if parts[0].isEmpty { return (path, fragment) }
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
            if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
        }
        return (folders.joined(separator: "/").removingPercentEncoding ?? "", fragment)
    }
}
