import Diagnostics
import Newsroom

/// A required text without words, such as a title of dots.
struct EmptyText: Rule {
    static let guide = RuleGuide(
        RuleID("empty-text", .error),
        "A field that readers see holds words.",
        why:
            "A title, statement or summary of dots or dashes leaves a hole in pages, feeds and search results.",
        fix: "Write the text.",
        wrong: "summary: …",
        right: "summary: Putin did make the offer."
    )

    func check(_ article: Article, _ context: CheckContext) -> [Finding] {
        findings(article, [(article.title, "title")])
    }

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        findings(
            claim,
            [(claim.statement, "statement")] + claim.appearances.map { ($0.quote, "quote") }
                + claim.timeline.map { ($0.text, "text") }
        )
    }

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        findings(source, [(source.title, "title"), (source.publisher, "publisher")])
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        findings(
            verdict,
            [(verdict.title, "title"), (verdict.summary, "summary")]
                + verdict.evidence.map { ($0.shows, "shows") }
                + verdict.parts.map { ($0.part, "part") }
        )
    }

    func check(_ profile: Profile, _ context: CheckContext) -> [Finding] {
        findings(profile, [(profile.name, "name")])
    }

    func check(_ page: StandingPage, _ context: CheckContext) -> [Finding] {
        findings(page, [(page.title, "title")])
    }

    private func findings(_ record: some Record, _ fields: [(Located<String>, String)]) -> [Finding] {
        fields.filter { !$0.0.value.contains { $0.isLetter || $0.isNumber || $0.isSymbol } }.map {
            text,
            field in
            Finding("`\(field)` holds no words", at: record.span(text), help: "write the text")
        }
    }
}
