import Diagnostics

/// The front matter of a record as lines, for edits that keep everything else as it was typed.
struct FrontMatterLines {
    /// The lines between the marks that open and close the front matter, these included, and what follows the closing marks.
    var lines: [String]
    private let lineEnd: String
    private let document: any Record

    /// The lines of a record's file; nil where no marks close the front matter.
    init?(of document: any Record) {
        self.document = document
        let front = Array(document.file.bytes[..<document.body.lowerBound])
        lineEnd = front.contains(0x0D) ? "\r\n" : "\n"
        lines = String(decoding: front, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        ).map(String.init)
        guard let close = lines.lastIndex(where: Self.closes), close > 0 else { return nil }
    }

    /// The index of the closing marks.
    var close: Int { lines.lastIndex(where: Self.closes) ?? lines.endIndex }

    /// The lines of a field at the margin, with those that belong to it; nil where there is no such field.
    func range(of field: String) -> Range<Int>? {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("\(field):") }) else { return nil }
        // Items of a list may stand at the margin, too.
        let next = lines[(start + 1)...].firstIndex { line in
            !(line.hasPrefix(" ") || line.hasPrefix("\t") || line.hasPrefix("- ") || line.isEmpty)
        }
        return start..<(next ?? close)
    }

    /// The file with these lines and the record's text; nil where it does not decode without an error to what is wanted.
    func file(if isWanted: (any CapturedDocument) -> Bool) -> [UInt8]? {
        file { (record: any Record) in (record as? any CapturedDocument).map(isWanted) ?? false }
    }

    /// The file with these lines and the record's text, for a record of any kind.
    func file(if isWanted: (any Record) -> Bool) -> [UInt8]? {
        let text = document.file.bytes[document.body]
        let bytes = Array(lines.joined(separator: lineEnd).utf8) + text
        let outcome = RecordOutcome(decoding: SourceFile(path: document.file.path, bytes: bytes))
        guard case .record(let edited) = outcome.content, !outcome.diagnostics.hasErrors, isWanted(edited),
            bytes[edited.body].elementsEqual(text)
        else { return nil }
        return bytes
    }

    private static func closes(_ line: String) -> Bool { line.hasPrefix("---") || line.hasPrefix("...") }
}
