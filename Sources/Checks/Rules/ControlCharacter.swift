import Diagnostics
import Markdown
import Newsroom

/// An invisible character: a control character, or a mark that changes the direction of the text.
struct ControlCharacter: Rule {
    static let guide = RuleGuide(
        .controlCharacter,
        "Texts and fields hold no control characters and no hidden marks of direction.",
        why: """
            Control characters drive terminals and make XML unreadable. Marks such as U+202E reverse the text after them,
            so readers see other words than the desk approved. Published pages have U+FFFD (�) in their place.
            """,
        fix: """
            Take the character out; most come along when text is copied from elsewhere. Words in another script need no marks,
            and `&lrm;` or `&rlm;` sets a sign right between them.
            """,
        wrong: "The mayor said &#x202E;on.",
        right: "The mayor said no."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.syntaxIssues.compactMap { odd in
            guard case .hiddenCharacter(let name) = odd.kind else { return nil }
            return Finding(
                "the text holds the hidden character \(name)",
                at: body.span(odd.range),
                help: "take it out; readers would see \u{FFFD} in its place",
                fixes: [HiddenCharacter.fix(in: body.record.file, odd.range)]
            )
        }
    }
}
