import Diagnostics
import Newsroom

/// A ruling's label with words before a colon, such as "Rating: False".
struct LabelRepeatsWord: Rule {
    static let guide = RuleGuide(
        RuleID("label-repeats-word", .warning),
        "A ruling's label is the rating alone.",
        why:
            "Pages and search results set the word \"Rating\" beside it; with a label of \"Rating: False\" it stands there twice.",
        fix: "Take the word before the colon out of the label.",
        wrong: "{id: false, label: \"Rating: False\"}",
        right: "{id: false, label: \"False\"}"
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        return settings.scale.all.compactMap { ruling in
            guard let colon = ruling.label.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
            let rest = ruling.label[ruling.label.index(after: colon)...].drop(while: \.isWhitespace)
            guard !rest.isEmpty else { return nil }
            return Finding(
                "the label of ruling `\(ruling.id)` is “\(ruling.label)”; the part before the colon is too much",
                at: settings.file.span(ruling.range),
                help: "write `label: \(rest)`"
            )
        }
    }
}
