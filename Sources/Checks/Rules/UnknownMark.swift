import Diagnostics
import Newsroom

/// A mark that is no ruling of the newsroom, so that nothing would stand over the picture.
struct UnknownMark: Rule {
    static let guide = RuleGuide(
        RuleID("unknown-mark", .error),
        "The mark of a medium is a ruling of the scale.",
        why: "A false picture without its mark is the false picture once more.",
        fix: "Write the id of a ruling in content/site.yaml.",
        wrong: "mark: flase",
        right: "mark: false"
    )

    func check(_ medium: Medium, _ context: CheckContext) -> [Finding] {
        let scale = context.newsroom.settings.scale
        guard let mark = medium.mark, scale.ruling(mark.value) == nil else { return [] }
        return [
            Finding(
                "`\(mark.value)` is not a ruling of this newsroom",
                at: medium.span(mark),
                help: Suggestion.help(for: mark.value, among: scale.all.map(\.id))
                    ?? "write one of " + scale.all.map { "`\($0.id)`" }.joined(separator: ", "),
                fixes: [scale.fix(of: mark, in: medium.file)]
            )
        ]
    }
}
