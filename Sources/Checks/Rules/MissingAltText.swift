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
                    "write what it shows between the brackets: `![what it shows](\(image.address.excerpt(60)))`"
            )
        }
    }
}
