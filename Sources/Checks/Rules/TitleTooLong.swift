import Diagnostics
import Newsroom

/// A verdict's title with more than 110 characters.
struct TitleTooLong: Rule {
    static let guide = RuleGuide(
        RuleID("title-too-long", .note),
        "A verdict's title has at most 110 characters.",
        why:
            "It is the headline: pages set longer ones smaller, and search results, link previews and feeds cut them in the middle.",
        fix: "Say what was found. Who said what, and when, stands in the claim and in the short answer.",
        wrong: "title: (a sentence of three lines)",
        right: "title: Putin did offer to examine material jointly"
    )

    private static let limit = 110

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let count = verdict.title.value.count
        guard count > Self.limit else { return [] }
        return [
            Finding(
                "the title has \(count) characters; \(Self.limit) are enough",
                at: verdict.span(verdict.title),
                help: "say what was found; who said what stands in the claim"
            )
        ]
    }
}
