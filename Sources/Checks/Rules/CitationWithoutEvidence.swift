import Diagnostics
import Newsroom

/// A citation in a verdict of a record that its `evidence` does not list.
struct CitationWithoutEvidence: Rule {
    static let guide = RuleGuide(
        RuleID("citation-without-evidence", .error),
        "What a verdict cites is listed in its `evidence`.",
        why: """
            The list of evidence says what each source shows and in which direction. A source that is cited without being
            listed escapes the checks on sources, and the reader's view of them.
            """,
        fix: "Add the source to `evidence` with its `stance` and what it `shows`, or take the citation out.",
        wrong: "evidence:\n  - {source: a, stance: supports, shows: \"…\"}\n---\nIt was so [@a; @b].",
        right: """
            evidence:
              - {source: a, stance: supports, shows: "…"}
              - {source: b, stance: context, shows: "…"}
            ---
            It was so [@a; @b].
            """
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard let verdict = body.record as? Verdict, !verdict.hasUnreadEvidence else { return [] }
        let listed = Set(verdict.evidence.map(\.reference.id.value))
        var reported: Set<String> = []
        return body.citations.compactMap { citation in
            guard !listed.contains(citation.id) else { return nil }
            let kind: String? =
                context.newsroom.sources.contains(id: citation.id)
                ? "source" : context.newsroom.articles.contains(id: citation.id) ? "article" : nil
            guard let kind, reported.insert(citation.id).inserted else {
                return nil
            }
            return Finding(
                "\(kind) `\(citation.id)` is cited, but is not listed in `evidence`",
                at: body.span(citation.range),
                help: "add `- {\(kind): \(citation.id), stance: …, shows: …}` to `evidence`",
                fixes: [Self.fix(kind, citation.id, in: verdict)]
            )
        }
    }

    /// The fix that adds an item below the last one, with places for its direction and what it shows.
    private static func fix(_ kind: String, _ id: String, in verdict: Verdict) -> Fix? {
        let lines = ListLines(verdict.file)
        guard
            let last = verdict.evidence.max(by: {
                $0.reference.id.range.lowerBound < $1.reference.id.range.lowerBound
            }),
            let item = lines.item(around: last.reference.id.range.lowerBound)
        else { return nil }
        let dash = lines.indentation(of: item)
        let field = dash + "  "
        let text =
            "\(dash)- \(kind): \(id)\n\(field)stance: \(Fix.blank)\n\(field)shows: \(Fix.blank)\n"
        return Fix(
            "Add `\(id)` to `evidence`",
            .incomplete,
            [verdict.file.edit(item.upperBound..<item.upperBound, text)]
        )
    }
}
