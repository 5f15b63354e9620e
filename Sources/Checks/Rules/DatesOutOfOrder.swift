import Diagnostics
import Newsroom

/// Two dates in the wrong order, such as `updated` before `published`.
struct DatesOutOfOrder: Rule {
    static let guide = RuleGuide(
        RuleID("dates-out-of-order", .error),
        "What comes later has the later date.",
        why:
            "A verdict published before the claim was made, or a source read before it was published: one date is wrong.",
        fix: "Look both dates up again and correct the one that is wrong.",
        wrong: "published: 2026-11-21\nupdated: 2026-11-12",
        right: "published: 2026-11-21\nupdated: 2026-12-11"
    )

    func check(_ article: Article, _ context: CheckContext) -> [Finding] {
        ordered(
            article,
            article.published,
            article.accessed.map(Self.span),
            "this article was read",
            "before it was published"
        )
    }

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        ordered(
            source,
            source.published,
            source.accessed.map(Self.span),
            "this source was read",
            "before it was published"
        )
    }

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        claim.appearances.flatMap { appearance -> [Finding] in
            guard let article = context.newsroom.articles[appearance.article.value],
                let published = article.published,
                let said = appearance.date ?? (appearance.kind == .stated ? claim.stated : nil),
                published.value.lastDay < said.value.firstDay
            else { return [] }
            return [
                Finding(
                    "article `\(article.id)` was published \(published.value.phrase), before the words were said \(said.value.phrase)",
                    at: claim.span(appearance.article),
                    labels: [
                        Diagnostic.Label(claim.span(said), "when the words were said"),
                        Diagnostic.Label(article.span(published), "when the article was published"),
                    ],
                    help: "correct the date that is wrong; an appearance can have a `date` of its own"
                )
            ]
        }
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let publication = context.publication(of: verdict)
        let published = publication.published.map(Self.span)
        var findings = ordered(
            verdict,
            published,
            publication.updated.map(Self.span),
            "this verdict was updated",
            "before it was published"
        )
        findings += ordered(
            verdict,
            published,
            verdict.reviewBy.map(Self.span),
            "this verdict is to be reviewed",
            "before it was published"
        )
        for reply in publication.replies {
            findings += ordered(
                verdict,
                reply.asked.map(Self.span),
                reply.answered.map(Self.span),
                "this reply came",
                "before it was asked for"
            )
        }
        if let claim = context.newsroom.claim(of: verdict), let stated = claim.stated, let published,
            published.value.lastDay < stated.value.firstDay
        {
            findings.append(
                Finding(
                    "this verdict was published \(published.value.phrase), before the claim was made \(stated.value.phrase)",
                    at: verdict.span(published),
                    labels: [Diagnostic.Label(claim.span(stated), "when the claim was made")],
                    help: "correct the date that is wrong"
                )
            )
        }
        return findings
    }

    private static func span(_ date: Located<CalendarDate>) -> Located<DateSpan> {
        Located(DateSpan(date.value), at: date.range)
    }

    /// A finding if all of the later date lies before all of the earlier one. A month and a day in it are in order.
    private func ordered(
        _ record: some Record,
        _ earlier: Located<DateSpan>?,
        _ later: Located<DateSpan>?,
        _ what: String,
        _ relation: String
    ) -> [Finding] {
        guard let earlier, let later, later.value.lastDay < earlier.value.firstDay else { return [] }
        return [
            Finding(
                "\(what) \(later.value.phrase), \(relation) \(earlier.value.phrase)",
                at: record.span(later),
                labels: [Diagnostic.Label(record.span(earlier), "the date that has to come first")],
                help: "correct the date that is wrong"
            )
        ]
    }
}

extension DateSpan {
    /// The span for a sentence: on a day, in a month or year, between two dates.
    fileprivate var phrase: String {
        if let end { return "between \(start) and \(end)" }
        return (start.isDay ? "on " : "in ") + start.description
    }
}
