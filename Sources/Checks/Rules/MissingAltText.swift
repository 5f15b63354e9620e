import Diagnostics
import Markdown
import Newsroom

/// An image without a description.
struct MissingAltText: Rule {
    static let guide = RuleGuide(
        RuleID("missing-alt-text", .warning),
        "Every image says in words what it shows.",
        why:
            "Those who cannot see the image hear the words; search engines and text browsers need them too (WCAG 1.1.1).",
        fix: "Write what the image shows between the brackets.",
        wrong: "![](chart.png)",
        right: "![Four bars: 2015 to 2018, each higher than the one before](chart.png)"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.images.filter { image in
            image.medium == nil && image.alternative.allSatisfy(\.isWhitespace)
        }.map { image in
            Finding(
                "this image has no description",
                at: body.span(image.range),
                help:
                    "write what it shows between the brackets: `![what it shows](\(image.address.excerpt(60)))`",
                fixes: [Self.fix(image, in: body.record.file)]
            )
        }
    }

    /// The fix with a place for the words, between brackets that hold nothing.
    private static func fix(_ image: Image, in file: SourceFile) -> Fix? {
        let range = image.range.clamped(to: file.bytes.indices)
        let places = file.bytes[range].ranges(of: Array("![]".utf8))
        guard places.count == 1, let place = places.first else { return nil }
        let inner = place.upperBound - 1
        return Fix("Say what it shows", .incomplete, [file.edit(inner..<inner, Fix.blank)])
    }
}
