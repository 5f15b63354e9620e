import Diagnostics
import Newsroom

/// A text that readers see for years says "yesterday".
struct RelativeDate: Rule {
    static let guide = RuleGuide(
        RuleID("relative-date", .note),
        "A statement, title or summary names dates, not \"yesterday\" or \"last week\".",
        why: "It is read for years, and copied without its date. The rule knows English, Spanish and French.",
        fix: "Write the date: \"on 16 July 2018\".",
        wrong: "summary: The minister denied it yesterday.",
        right: "summary: The minister denied it on 16 July 2018."
    )

    private static let phrases: [String: PhraseList] = [
        "en": PhraseList([
            "yesterday", "tomorrow", "last week", "this week", "next week", "last month", "this month",
            "next month",
            "last year", "this year", "next year", "last night", "this morning",
        ]),
        "es": PhraseList([
            "ayer", "anoche", "la semana pasada", "esta semana", "el mes pasado", "este mes", "el año pasado",
            "este año", "el próximo año",
        ]),
        "fr": PhraseList([
            "hier", "demain", "la semaine dernière", "cette semaine", "le mois dernier", "ce mois-ci",
            "l'année dernière", "cette année", "l'an dernier",
        ]),
    ]

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
        guard let phrases = Self.phrases[context.language],
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
