import Addresses
import Diagnostics
import Newsroom

/// An address at a URL shortener.
struct URLShortener: Rule {
    static let guide = RuleGuide(
        RuleID("url-shortener", .note),
        "Addresses are the documents' own, not those of a shortening service.",
        why:
            "A short address hides where it leads, can be made to lead elsewhere, and dies with its service.",
        fix: "Open the address and copy the one where you arrive.",
        wrong: "url: https://bit.ly/3xYz",
        right: "url: https://www.example.org/the-report"
    )

    private static let hosts: Set<String> = [
        "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "wapo.st", "nyti.ms",
        "cnn.it",
        "bbc.in", "reut.rs", "on.ft.com", "politi.co", "trib.al", "dlvr.it", "fb.me", "lnkd.in", "youtu.be",
        "n.pr",
        "abcn.ws", "cbsn.ws", "nbcnews.to", "wp.me", "shorturl.at", "rebrand.ly", "cutt.ly",
    ]

    func check(_ article: Article, _ context: CheckContext) -> [Finding] {
        findings(article, article.addresses)
    }
    func check(_ source: Source, _ context: CheckContext) -> [Finding] { findings(source, source.addresses) }
    func check(_ profile: Profile, _ context: CheckContext) -> [Finding] {
        findings(profile, profile.addresses)
    }
    func check(_ medium: Medium, _ context: CheckContext) -> [Finding] { findings(medium, medium.addresses) }

    private func findings(_ record: some Record, _ addresses: [Located<String>]) -> [Finding] {
        addresses.compactMap { address in
            guard let host = WebAddress(address.value)?.host, Self.hosts.contains(host) else { return nil }
            return Finding(
                "\(host) is a shortening service; the address hides where it leads",
                at: record.span(address),
                help: "open it, and copy the address where you arrive"
            )
        }
    }
}
