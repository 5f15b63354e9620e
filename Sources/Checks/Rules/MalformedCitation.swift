import Diagnostics
import Markdown
import Newsroom

/// Text with an `@` that looks like a citation and is none.
struct MalformedCitation: Rule {
    static let guide = RuleGuide(
        RuleID("malformed-citation", .warning),
        "Every `[@id]` follows the syntax of citations.",
        why: """
            `[@id p. 4]` without its comma is no citation: readers see the brackets as they were typed, and the source is
            missing. An `@id` in a sentence is a citation where it is the id of a source; names such as `@someone`, addresses
            of e-mail and code are words.
            """,
        fix: """
            Write `[@id]`, `[@id, p. 4]` or `[@id, p. 4; @other]`. A backslash says that an `@` is no citation:
            `[\\@name]`.
            """,
        wrong: "It was denied [@register-2018 p. 4].",
        right: "It was denied [@register-2018, p. 4]."
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        brackets(body) + mentions(body, context)
    }

    private func brackets(_ body: RecordBody) -> [Finding] {
        body.document.malformedCitations.map { range in
            let typed = String(decoding: body.record.file.bytes[range], as: UTF8.self)
            return Finding(
                "`\(typed.excerpt(60))` looks like a citation and is none: readers see it as it is typed",
                at: body.span(range),
                help: Self.help(for: typed),
                fixes: [
                    Self.withComma(typed).map {
                        Fix("Write `\($0)`", .safe, [body.record.file.edit(range, $0)])
                    }
                ]
            )
        }
    }

    /// The largest number of names in one text that are compared with all ids, because each comparison is slow.
    private static let comparedNames = 20

    /// Findings about an `@id` of a record in a place without citations, and about an `@name` similar to an id.
    private func mentions(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        var compared: Set<String> = []
        return body.document.mentions.compactMap { mention in
            let id = mention.citation.id
            if context.newsroom.sources.contains(id: id) || context.newsroom.articles.contains(id: id) {
                guard mention.position != .text || body.record is Article else { return nil }
                return Finding(
                    "`@\(id)` is no citation here: readers see it as it is typed",
                    at: body.span(mention.range),
                    help: "write `[@\(id)]`, or `\\@\(id)` where a name is meant",
                    fixes: mention.position == .text
                        ? [] : [body.record.file.fix(mention, id: id, with: "[@\(id)]")]
                )
            }
            guard mention.position == .text || mention.position == .brackets, !(body.record is Article) else {
                return nil
            }
            let hasPlace = mention.citation.locator.map { $0.contains(where: \.isNumber) } ?? false
            let isCompared = compared.count < Self.comparedNames && compared.insert(id).inserted
            let near = isCompared && id.count > 3 ? nearest(to: id, context) : nil
            guard hasPlace || near != nil else { return nil }
            return Finding(
                "there is no source or article `\(id)`: readers see `@\(id)` as it is typed",
                at: body.span(mention.range),
                help: (near.map { "did you mean `@\($0)`? " } ?? "") + "`\\@\(id)` says that a name is meant",
                fixes: [near.flatMap { body.record.file.fix(id: id, in: mention.range, with: $0, .unsafe) }]
            )
        }
    }

    private func nearest(to id: String, _ context: CheckContext) -> String? {
        Suggestion.nearest(to: id, among: context.newsroom.ids(of: .source))
            ?? Suggestion.nearest(to: id, among: context.newsroom.ids(of: .article))
    }

    private static let forms = "write `[@id]`, `[@id, p. 4]` or `[@id, p. 4; @other]`"

    /// The advice for a malformed citation, with words of its own for a missing comma and a missing `]`.
    private static func help(for typed: String) -> String {
        if typed.hasPrefix("[^@") || typed.contains("\u{FF20}") { return forms }
        guard typed.hasPrefix("[@") else { return forms + ", or `\\@` where no citation is meant" }
        guard typed.hasSuffix("]") else {
            return "close the citation with `]` in the same paragraph, without markup in it"
        }
        return withComma(typed).map { "put a comma between the id and the place: `\($0)`" } ?? forms
    }

    /// The citation `[@id place]` with a comma between the two; nil if it is malformed in another way.
    private static func withComma(_ typed: String) -> String? {
        guard typed.hasPrefix("[@"), typed.hasSuffix("]") else { return nil }
        let inside = typed.dropFirst(2).dropLast()
        let id = inside.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        let rest = inside.dropFirst(id.count)
        guard !id.isEmpty, rest.first?.isWhitespace == true, !rest.contains("@") else { return nil }
        let locator = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return locator.isEmpty ? nil : "[@\(id), \(locator)]"
    }
}

extension SourceFile {
    /// The fix that makes a citation of an `@id`; nil if its bytes are not those alone.
    fileprivate func fix(_ mention: Mention, id: String, with citation: String) -> Fix? {
        let typed = "@" + id
        let range = mention.range
        guard bytes[range.clamped(to: bytes.indices)].elementsEqual(typed.utf8) else { return nil }
        return Fix("Write `\(citation)`", .unsafe, [edit(range, citation)])
    }
}
