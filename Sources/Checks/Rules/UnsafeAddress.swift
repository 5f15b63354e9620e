import Diagnostics
import Markdown
import Newsroom

/// A link or image whose address could run a script, or only looks like a page of the site.
struct UnsafeAddress: Rule {
    static let guide = RuleGuide(
        .unsafeAddress,
        "Links and images lead to addresses that only show something.",
        why:
            "Addresses such as `javascript:` or `data:` can run scripts in a reader's browser, and `//host` looks like a page of the site. They are left out.",
        fix: "Link to the `https://` address of the page.",
        wrong: "[the video](javascript:play())",
        right: "[the video](https://example.org/video)"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.dropped.filter { $0.kind == .unsafeAddress }.map { dropped in
            if dropped.text.hasPrefix("//") {
                return Finding(
                    "this address names a host without `https:`, and is left out of the page: \(dropped.text.excerpt(60))",
                    at: body.span(dropped.range),
                    help: "write `https:\(dropped.text.excerpt(60))` if that host is meant",
                    fixes: [Self.fix(dropped.text, in: body.record.file, dropped.range)]
                )
            }
            return Finding(
                "this address is not safe and is left out of the page: \(dropped.text.excerpt(60))",
                at: body.span(dropped.range),
                help: "link to an `https://` address"
            )
        }
    }

    /// The fix that writes `https:` before an address that stands once in its range.
    private static func fix(_ address: String, in file: SourceFile, _ range: Range<Int>) -> Fix? {
        let range = range.clamped(to: file.bytes.indices)
        let places = file.bytes[range].ranges(of: Array(("(" + address).utf8))
        guard places.count == 1, let place = places.first else { return nil }
        let start = place.lowerBound + 1
        return Fix("Write `https:` before it", .unsafe, [file.edit(start..<start, "https:")])
    }
}
