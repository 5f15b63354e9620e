import Captures
import Diagnostics
import Newsroom
import Watching

/// A source or an article whose address was found dead, and whose record does not say so.
struct SourceGone: Rule {
    static let guide = RuleGuide(
        RuleID("source-gone", .warning),
        "The address of a source still answers, or its record says that it does not.",
        why: """
            Readers who follow a dead link find nothing. An address counts as dead only after three failures on three days, each at
            least three days after the one before; a refusal (403, a challenge) never counts.
            """,
        fix: """
            Look for an archived copy (`assay mementos ID`) and list it under `archived`, or for the page's new address. Then write
            `status: dead`. If it is a mistake of the site that will pass, write the day on which you looked as `reviewed`.
            """,
        wrong: "url: https://example.org/report   (which `assay watch` found missing on three days)",
        right:
            "url: https://example.org/report\nstatus: dead\narchived: https://web.archive.org/web/2026/https://example.org/report"
    )

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        // Whoever wrote this knows it already.
        guard source.status.map({ $0.value == .live }) ?? true else { return [] }
        return findings(
            on: source,
            help: "look for a copy with `assay mementos \(source.id)`, and write `status: dead`",
            context
        )
    }

    func check(_ article: Article, _ context: CheckContext) -> [Finding] {
        findings(
            on: article,
            help: "look for a copy with `assay mementos article:\(article.id)`, and list it under `archived`",
            context
        )
    }

    private func findings(
        on document: any CapturedDocument,
        help: String,
        _ context: CheckContext
    ) -> [Finding] {
        guard let state = context.newsroom.captures.addresses[document.captured], state.condition == .dead,
            let url = document.url, state.needsAnotherLook(reviewed: document.reviewed.map { "\($0.value)" })
        else { return [] }
        let days = state.failures.map(\.day).joined(separator: ", ")
        return [
            Finding(
                "the page of \(document.name) is gone",
                at: document.file.span(url.range),
                notes: ["it did not answer on \(days)" + (state.last.reason.map { " (\($0))" } ?? "")],
                help: help
            )
        ]
    }
}
