import Diagnostics
import Newsroom

/// A verdict's summary with more than 300 characters.
struct SummaryTooLong: Rule {
    static let guide = RuleGuide(
        RuleID("summary-too-long", .note),
        "A verdict's summary has at most 300 characters.",
        why:
            "It is the short answer that hurried readers, search results and feeds show; they cut longer ones in the middle.",
        fix: "Say in one or two sentences what was found. The reasons belong in the text.",
        wrong: "summary: (a paragraph)",
        right: "summary: Putin did make the offer. It was not accepted."
    )

    private static let limit = 300

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let count = verdict.summary.value.count
        guard count > Self.limit else { return [] }
        return [
            Finding(
                "the summary has \(count) characters; \(Self.limit) are enough",
                at: verdict.span(verdict.summary),
                help: "say in one or two sentences what was found"
            )
        ]
    }
}
