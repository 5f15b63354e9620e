import Captures
import Diagnostics
import Newsroom
import Watching

/// A source or an article whose page has lost a cited quotation, or a good part of its captured words.
struct SourceChanged: Rule {
    static let guide = RuleGuide(
        RuleID("source-changed", .warning),
        "The page of a source still has the words that the newsroom relies on.",
        why: """
            A page that was changed after it was cited may say the opposite now, or may have been corrected. Readers who follow the
            link see the new page. `assay watch` looks; this rule reports what it saw last, and asks nobody.
            """,
        fix: """
            Read the page and the rulings that lean on it. Capture it as it is now (`assay capture ID`), and correct what has to be
            corrected. If the rulings stand, write the day on which you looked as `reviewed`: the same change is not reported again.
            """,
        wrong: "url: https://example.org/report   (of which `assay watch` saw that a quotation is gone)",
        right: "url: https://example.org/report\nreviewed: 2026-11-28"
    )

    func check(_ source: Source, _ context: CheckContext) -> [Finding] { findings(on: source, context) }
    func check(_ article: Article, _ context: CheckContext) -> [Finding] { findings(on: article, context) }

    private func findings(on document: any CapturedDocument, _ context: CheckContext) -> [Finding] {
        guard let state = context.newsroom.captures.addresses[document.captured], state.condition == .changed,
            let url = document.url, state.needsAnotherLook(reviewed: document.reviewed.map { "\($0.value)" })
        else { return [] }
        let gone = state.last.drift?.gone ?? []
        let share = state.last.drift?.containment.map { "\($0 / 10) % of its captured words are left" }
        let notes = gone.prefix(3).map { "gone: “\($0)”" } + (share.map { [$0] } ?? [])
        let day = (state.changedSince ?? state.since).day
        return [
            Finding(
                gone.isEmpty
                    ? "the page of \(document.name) was changed: on \(day) a good part of its captured words was gone"
                    : "the page of \(document.name) was changed: on \(day) "
                        + (gone.count == 1 ? "a quotation was gone" : "\(gone.count) quotations were gone"),
                at: document.file.span(url.range),
                notes: notes,
                help: "read it again; if the rulings stand, write `reviewed: \(state.last.at.day)`"
            )
        ]
    }
}

extension CapturedDocument {
    /// The record in a sentence: "the source `report`".
    var name: String { "the \(Self.kind.rawValue) `\(id)`" }
}
