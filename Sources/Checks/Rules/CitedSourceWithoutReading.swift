import Diagnostics
import Newsroom

/// A source with `checked: cited` and no `read-in`.
struct CitedSourceWithoutReading: Rule {
    static let guide = RuleGuide(
        RuleID("cited-source-without-reading", .warning),
        "A source that was not read itself names where its content was read.",
        why: "\"Known by citation\" is honest only when it says by whose.",
        fix: "Name the source that cites it under `read-in`, or read the document and set `checked: read`.",
        wrong: "checked: cited",
        right: "checked: cited\nread-in: court-report-2019"
    )

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        guard source.checked == .cited, source.readIn.isEmpty else { return [] }
        return [
            Finding(
                "source `\(source.id)` is known by citation, but nothing says where it was read about",
                at: source.span(source.title),
                help: "name that source under `read-in`, or read the document and write `checked: read`"
            )
        ]
    }
}
