import Diagnostics
import Newsroom

/// A picture without a description for those who cannot see it, or with one that repeats its caption.
struct MediumWithoutAlt: Rule {
    static let guide = RuleGuide(
        RuleID("medium-without-alt", .warning),
        "Every picture says in words what it shows.",
        why: """
            Those who cannot see the picture hear the words of `alt` (WCAG 1.1.1). A caption says why it is here, and is read to them
            as well: the same words twice tell nothing of the picture.
            """,
        fix: "Write in `alt` what the picture shows: who, what, where, and what its false copy changes.",
        wrong: "file: crowd.jpg\nkind: image",
        right:
            "file: crowd.jpg\nkind: image\nalt: A crowd on a square, seen from a roof; the left third is empty."
    )

    func check(_ medium: Medium, _ context: CheckContext) -> [Finding] {
        guard medium.mediumKind == .image || medium.mediumKind == .post else { return [] }
        guard let alt = medium.alt else {
            return [
                Finding(
                    "this picture has no `alt`",
                    at: medium.span(medium.fileName),
                    help: "add `alt: …`: what it shows, for those who cannot see it",
                    fixes: [Self.fix(medium)]
                )
            ]
        }
        guard alt.value == medium.caption?.value else { return [] }
        return [
            Finding(
                "`alt` and `caption` are the same",
                at: medium.span(alt),
                help: "write in `alt` what the picture shows, and in `caption` why it is here"
            )
        ]
    }

    /// The fix that adds `alt` below `file`, with a place for the words.
    private static func fix(_ medium: Medium) -> Fix {
        let end = medium.file.lineRange(around: medium.fileName.range.lowerBound).upperBound
        return Fix("Say what it shows", .incomplete, [medium.file.edit(end..<end, "\nalt: \(Fix.blank)")])
    }
}
