import Diagnostics
import LanguageProtocol
import Newsroom

/// `textDocument/completion`.
enum Completion {
    static func answer(_ question: Question) async throws -> JSONValue {
        let offset = try question.offset()
        let file = question.file
        guard let lines = FieldLines(file), let newsroom = await question.newsroom.recentMoment().newsroom
        else {
            return .null
        }
        guard let list = list(at: offset, in: lines, newsroom, today: question.newsroom.today()) else {
            return .null
        }
        return list.json(in: file, question.client)
    }

    /// The candidates at an offset; nil where nothing can be offered.
    static func list(at offset: Int, in lines: FieldLines, _ newsroom: Newsroom, today: CalendarDate)
        -> CandidateList?
    {
        let file = lines.file
        if offset >= lines.body.lowerBound, lines.yaml.upperBound < file.bytes.count {
            guard RecordKey(path: file.path)?.kind != .article,
                let text = TextCandidates(at: offset, in: file, newsroom)
            else { return nil }
            let typed = file.text(text.range.lowerBound..<max(text.range.lowerBound, offset))
            return CandidateList(range: text.range, typed: typed, candidates: text.candidates)
        }
        guard let cursor = FieldCursor(at: offset, in: lines) else { return nil }
        let candidates = FieldCandidates(cursor: cursor, newsroom: newsroom, today: today).all
        guard !candidates.isEmpty else { return nil }
        // A quotation brings its own quotation marks.
        let isText = candidates.allSatisfy { $0.sort == .text }
        let range = isText ? cursor.quoted : cursor.word
        let typed = file.text(cursor.word.lowerBound..<max(cursor.word.lowerBound, offset))
        return CandidateList(range: range, typed: typed, candidates: candidates)
    }
}
