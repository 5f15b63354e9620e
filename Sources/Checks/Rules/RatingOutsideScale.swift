import Diagnostics
import Newsroom

/// A ruling that the newsroom's scale does not contain.
struct RatingOutsideScale: Rule {
    static let guide = RuleGuide(
        RuleID("rating-outside-scale", .error),
        "Every ruling is a step or a label of the newsroom's scale.",
        why: """
            Readers can compare verdicts only when all of them use one published scale, whose words have one meaning.
            """,
        fix: "Use the id of a ruling in `content/site.yaml`, under `scale`.",
        wrong: "ruling: mostly-truth",
        right: "ruling: mostly-true"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        let scale = context.newsroom.settings.scale
        return ([verdict.ruling] + verdict.parts.map(\.ruling)).compactMap { ruling in
            guard scale.ruling(ruling.value) == nil else { return nil }
            return Finding(
                "`\(ruling.value)` is not a ruling of the scale",
                at: verdict.span(ruling),
                notes: ["the scale has, best first: \(scale.all.map(\.id).joined(separator: ", "))"],
                help: suggestion(for: ruling.value, in: scale),
                fixes: [scale.fix(of: ruling, in: verdict.file)]
            )
        }
    }

    /// Advice naming the ruling with that label, or the one with the nearest id.
    private func suggestion(for typed: String, in scale: RatingScale) -> String? {
        if let labelled = scale.all.first(where: { $0.label.lowercased() == typed.lowercased() }) {
            return "write the id `\(labelled.id)`, not the label"
        }
        return Suggestion.help(for: typed, among: scale.all.map(\.id))
    }
}

extension RatingScale {
    /// The fix of a ruling that the scale does not have. It is safe if the ruling's label was typed for its id.
    func fix(of typed: Located<String>, in file: SourceFile) -> Fix? {
        let label = typed.value.lowercased()
        let labelled = all.filter {
            $0.label.lowercased() == label || $0.id == RecordID.suggestion(for: label)
        }
        if labelled.count == 1, let ruling = labelled.first {
            return file.fix(typed.value, at: typed.range, with: ruling.id, .safe)
        }
        return Suggestion.nearest(to: typed.value, among: all.map(\.id)).flatMap {
            file.fix(typed.value, at: typed.range, with: $0, .unsafe)
        }
    }
}
