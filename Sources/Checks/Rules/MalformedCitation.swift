import Markdown
import Newsroom

/// Brackets with an `@` that look like a citation and are none.
struct MalformedCitation: Rule {
    static let guide = RuleGuide(
        "malformed-citation",
        .warning,
        "What looks like a citation is one.",
        why: """
            `[@id p. 4]` without its comma is no citation: readers see the brackets as they were typed, and the source is
            missing. Addresses of e-mail, an `@` outside of brackets, and code are never meant.
            """,
        fix: """
            Write `[@id]`, `[@id, p. 4]` or `[@id, p. 4; @other]`. A backslash says that an `@` is no citation:
            `[\\@name]`.
            """,
        wrong: "It was denied [@register-2018 p. 4].",
        right: "It was denied [@register-2018, p. 4]."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        body.document.malformedCitations.map { range in
            let typed = String(decoding: body.record.file.bytes[range], as: UTF8.self)
            return Finding(
                "`\(typed.excerpt(60))` looks like a citation and is none: readers see it as it is typed",
                at: body.span(range),
                help: Self.help(for: typed)
            )
        }
    }

    private static let forms = "write `[@id]`, `[@id, p. 4]` or `[@id, p. 4; @other]`"

    /// What to do: the two usual slips have a name.
    private static func help(for typed: String) -> String {
        guard typed.hasPrefix("[@") else { return forms + ", or `\\@` where no citation is meant" }
        guard typed.hasSuffix("]") else {
            return "close the citation with `]` in the same paragraph, without markup in it"
        }
        let inside = typed.dropFirst(2).dropLast()
        let id = inside.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        let rest = inside.dropFirst(id.count)
        guard !id.isEmpty, rest.first?.isWhitespace == true, !rest.contains("@") else { return forms }
        let locator = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "put a comma between the id and the place: `[@\(id), \(locator)]`"
    }
}
