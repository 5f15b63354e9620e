import Diagnostics
import Newsroom

/// A statement, title or summary with a relative date such as "yesterday".
struct RelativeDate: Rule {
    static let guide = RuleGuide(
        RuleID("relative-date", .note),
        "A statement, title or summary names dates, not \"yesterday\" or \"last week\".",
        why: """
            It is read for years, and copied without its date. The rule knows English, French, German \
            and Spanish.
            """,
        fix: "Write the date: \"on 16 July 2018\".",
        wrong: "summary: The minister denied it yesterday.",
        right: "summary: The minister denied it on 16 July 2018."
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        finding(claim, claim.statement, "the statement", context)
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        finding(verdict, verdict.title, "the title", context)
            + finding(verdict, verdict.summary, "the summary", context)
    }

    private func finding(
        _ record: some Record,
        _ text: Located<String>,
        _ what: String,
        _ context: CheckContext
    ) -> [Finding] {
        guard let phrases = RuleWords.of(context.language)?.relativeDates,
            let phrase = phrases.occurrences(in: PhraseSearch.words(of: text.value)).first?.phrase
        else { return [] }
        return [
            Finding(
                "\(what) says “\(phrase)”, which means another day to every reader",
                at: record.span(text),
                help: "write the date"
            )
        ]
    }
}
