import Diagnostics

/// What a YAML text says, and what of its words it says to nobody.
struct YAMLContent: Sendable {
    /// The node; nil for an empty text.
    let root: YAMLNode?
    /// The comments that stand behind values without quotation marks, by the byte at which the value begins. A comment is
    /// what an author means by it, or the rest of a text that YAML took away: its field knows which.
    var comments: [Int: Range<Int>] = [:]
    /// Names and tags before values that nothing uses, so that they are words of a text that YAML took away.
    var unusedMarks: [Range<Int>] = []
}

/// Reports words of values that YAML takes away.
struct LostWords {
    let file: SourceFile

    /// A comment behind the text of a field.
    func comment(_ comment: Range<Int>, in field: String) -> Diagnostic {
        Diagnostic(
            rule: .wordsLostToYAML,
            message: "what follows the `#` is a comment in YAML, so it is not part of `\(field)`",
            span: file.span(comment),
            help: help(around: comment) + "; a comment of yours stands on a line of its own",
            fixes: fixes(around: comment)
        )
    }

    /// A name or tag before a value.
    func mark(_ mark: Range<Int>) -> Diagnostic {
        let text = file.text(mark)
        let meaning = text.hasPrefix("&") ? "a name for the value" : "a tag"
        return Diagnostic(
            rule: .wordsLostToYAML,
            message: "`\(text)` is \(meaning) in YAML, so it is not part of the value",
            span: file.span(mark),
            help: help(around: mark),
            fixes: fixes(around: mark)
        )
    }

    /// The whole value in quotation marks: unsafe, because the words may be a comment.
    private func fixes(around range: Range<Int>) -> [Fix] {
        let line = YAMLLine(file.bytes, file.lineRange(around: range.lowerBound))
        guard line.name != nil || !line.dashes.isEmpty, !line.value.isEmpty,
            line.value.lowerBound <= range.lowerBound, line.value.upperBound >= range.upperBound
        else { return [] }
        let text = YAMLLine.quoted(file.text(line.value))
        return [Fix("Write `\(text)`", .unsafe, [file.edit(line.value, text)])]
    }

    private func help(around range: Range<Int>) -> String {
        let line = YAMLLine(file.bytes, file.lineRange(around: range.lowerBound))
        guard line.name != nil || !line.dashes.isEmpty, let whole = line.quotingValue(file.bytes) else {
            return "if it belongs to the text, put the whole text into quotation marks"
        }
        return "if it belongs to the text, write `\(whole)`"
    }
}
