import Diagnostics
import Newsroom

/// A date in the future on something that has happened.
struct FutureDate: Rule {
    static let guide = RuleGuide(
        RuleID("future-date", .warning),
        "What has happened does not lie in the future.",
        why: "A source read next year is a slip of the pen, most often in January.",
        fix: "Correct the date. `assay` takes today's date from the clock; `--today` sets another.",
        wrong: "accessed: 2062-11-21",
        right: "accessed: 2026-11-21"
    )

    func check(_ article: Article, _ context: CheckContext) -> [Finding] {
        findings(
            article,
            [
                (article.published, "this article was published"),
                (day(article.accessed), "this article was read"),
            ],
            context
        )
    }

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        findings(
            source,
            [
                (source.published, "this source was published"),
                (day(source.accessed), "this source was read"),
            ],
            context
        )
    }

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        findings(
            claim,
            [(claim.stated, "this claim was made")]
                + claim.appearances.map { ($0.date, "these words were said") },
            context
        )
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        findings(
            verdict,
            context.publication(of: verdict).replies.flatMap { reply in
                [(day(reply.asked), "this reply was asked for"), (day(reply.answered), "this reply came")]
            },
            context
        )
    }

    private func day(_ date: Located<CalendarDate>?) -> Located<DateSpan>? {
        date.map { Located(DateSpan($0.value), at: $0.range) }
    }

    private func findings(
        _ record: some Record,
        _ dates: [(Located<DateSpan>?, String)],
        _ context: CheckContext
    ) -> [Finding] {
        dates.compactMap { date, what in
            guard let date, date.value.firstDay > context.today else { return nil }
            return Finding(
                "\(what) in the future: \(date.value)",
                at: record.span(date),
                notes: ["today is \(context.today)"],
                help: "correct the date"
            )
        }
    }
}
