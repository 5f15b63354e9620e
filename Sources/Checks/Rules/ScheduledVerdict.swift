import Diagnostics
import Newsroom

/// A verdict with a day of publication in the future.
struct ScheduledVerdict: Rule {
    static let guide = RuleGuide(
        RuleID("scheduled-verdict", .note),
        "A verdict with a day of publication in the future stays a draft until then.",
        why: "The site shows it only when it is built on that day or later. Nothing is built by itself.",
        fix:
            "Nothing, if that is what you want: build the site again on that day. Otherwise correct `published`.",
        wrong: "published: 2062-11-21",
        right: "published: 2026-11-21"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard let published = context.publication(of: verdict).published, published.value > context.today
        else { return [] }
        return [
            Finding(
                "this verdict stays a draft until \(published.value)",
                at: verdict.span(published),
                notes: ["today is \(context.today)"],
                help: "build the site again on that day, or correct the date"
            )
        ]
    }
}
