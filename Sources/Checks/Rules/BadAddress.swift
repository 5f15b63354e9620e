import Addresses
import Diagnostics
import Newsroom

/// A field that does not hold one whole web address.
struct BadAddress: Rule {
    static let guide = RuleGuide(
        RuleID("bad-address", .error),
        "Every address is one whole address on the web.",
        why: "Readers, archives and link checks need `https://`, a host, and nothing else in the field.",
        fix: "Copy the address from the browser. Several addresses go into a list: `[https://…, https://…]`.",
        wrong: "url: www.example.org/report",
        right: "url: https://www.example.org/report"
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        let addresses = [settings.url] + settings.social + [settings.hosting.hub].compactMap(\.self)
        return addresses.compactMap { problem(with: $0.value)?.finding(at: $0, in: settings.file) }
    }

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
            problem(with: address.value)?.finding(at: address, in: record.file)
        }
    }

    private struct Problem {
        let message: String
        let help: String

        func finding(at address: Located<String>, in file: SourceFile) -> Finding {
            Finding(
                message,
                at: file.span(address.range),
                help: help,
                fixes: [file.schemeFix(address.value, at: address.range)]
            )
        }
    }

    private func problem(with address: String) -> Problem? {
        if isPlainlyGood(address) { return nil }
        let schemes =
            address.lowercased().ranges(of: "http://").count
            + address.lowercased().ranges(of: "https://").count
        let hasBlank = address.contains(where: \.isWhitespace)
        if schemes > 1, hasBlank || address.contains(",") || address.contains(";") {
            return Problem(
                message: "several addresses stand in one field",
                help: "write a list: `[https://…, https://…]`"
            )
        }
        guard let host = WebAddress(address)?.host else {
            return Problem(
                message: "`\(address.excerpt(80))` is not an address on the web",
                help: address.contains("://") || address.contains(":")
                    ? "write the whole address, starting with `https://`"
                    : "did you mean `https://\(address.excerpt(80))`?"
            )
        }
        if hasBlank || address.contains(where: { "<>\"{}|\\^`".contains($0) }) {
            return Problem(
                message: "the address at \(host) holds a character that cannot stand in an address",
                help: "copy the address from the browser; a blank is `%20`"
            )
        }
        return nil
    }

    /// Whether an address has a host and only common characters. A cheap test that most addresses pass.
    private func isPlainlyGood(_ address: String) -> Bool {
        let hasOnlyUsualMarks = address.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: ":"),
                UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"),
                UInt8(ascii: "#"), UInt8(ascii: "+"):
                true
            default: false
            }
        }
        return hasOnlyUsualMarks && WebAddress(address)?.host != nil
    }
}
