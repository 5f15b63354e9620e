import Diagnostics
import Newsroom

/// What a Markdown text may name at a place: citations after `@`, records after `](claim:`, media after `![…](media:`.
struct TextCandidates {
    /// The bytes of the id that was begun.
    let range: Range<Int>
    let candidates: [Candidate]

    /// Looks at what stands before an offset; nil where no id begins.
    init?(at offset: Int, in file: SourceFile, _ newsroom: Newsroom) {
        let line = file.lineRange(around: offset)
        let bytes = file.bytes
        var start = offset
        while start > line.lowerBound, SourceFile.isPartOfID(bytes[start - 1]) { start -= 1 }
        guard start > line.lowerBound else { return nil }
        var end = offset
        while end < line.upperBound, SourceFile.isPartOfID(bytes[end]) { end += 1 }
        let before = bytes[start - 1]
        if before == UInt8(ascii: "@") {
            // An address such as jo@example.org is no citation.
            guard start - 1 == line.lowerBound || !SourceFile.isPartOfID(bytes[start - 2]) else { return nil }
            range = start..<end
            candidates = Self.citations(in: file, newsroom)
            return
        }
        let opening = before == UInt8(ascii: "(") ? start : Self.wordStart(before: start, line, bytes)
        guard let opening, opening >= line.lowerBound + 2, bytes[opening - 1] == UInt8(ascii: "("),
            bytes[opening - 2] == UInt8(ascii: "]")
        else { return nil }
        if opening == start {
            range = start..<end
            candidates = RecordKind.allCases.filter { $0.visibility != .never }.map { kind in
                var candidate = Candidate(kind.addressWord + ":", .file)
                candidate.detail = kind.meaning
                return candidate
            }
            return
        }
        let word = file.text(opening..<start - 1)
        guard let kind = RecordKind.allCases.first(where: { $0.addressWord == word }) else { return nil }
        range = start..<end
        candidates = Candidate.records(of: kind, newsroom)
    }

    /// The beginning of a word of letters with a colon before an id.
    private static func wordStart(before id: Int, _ line: Range<Int>, _ bytes: [UInt8]) -> Int? {
        guard bytes[id - 1] == UInt8(ascii: ":") else { return nil }
        var start = id - 1
        while start > line.lowerBound, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[start - 1]) {
            start -= 1
        }
        return start
    }

    /// Sources and articles; what the verdict's evidence lists comes first.
    private static func citations(in file: SourceFile, _ newsroom: Newsroom) -> [Candidate] {
        var listed: Set<String> = []
        if let key = RecordKey(path: file.path), let verdict = newsroom.record(key) as? Verdict {
            listed = Set(verdict.evidence.map(\.reference.id.value))
        }
        return Candidate.records(of: .source, newsroom, first: listed)
            + Candidate.records(of: .article, newsroom, first: listed)
    }
}
