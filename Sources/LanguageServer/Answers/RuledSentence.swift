import Assay
import Diagnostics
import Matching
import Newsroom

/// What an editor shows of a sentence that the newsroom has ruled on: the claims that are like it.
enum RuledSentence {
    private static let limit = 3

    /// The claims that are like the statement of an open claim; nil if none is.
    static func atStatement(_ question: Question, _ newsroom: Newsroom) async -> String? {
        guard let key = RecordKey(path: question.file.path), key.kind == .claim,
            let claim = newsroom.claims[key.id]
        else { return nil }
        return await text(on: claim.statement.value, question, newsroom, hiding: [claim.id])
    }

    /// The claims that are like the sentence at a place of a record's text, and where the sentence stands.
    static func atText(
        _ offset: Int,
        _ question: Question,
        _ newsroom: Newsroom
    ) async -> (text: String, range: Range<Int>)? {
        guard let key = RecordKey(path: question.file.path), let record = newsroom.record(key),
            record.body.contains(offset), record.body.upperBound <= question.file.bytes.count
        else { return nil }
        let body = question.file.bytes[record.body]
        let sentences = SentenceReader.sentences(of: String(decoding: body, as: UTF8.self))
        guard let inner = sentences.first(where: { $0.contains(offset - body.startIndex) }) else {
            return nil
        }
        let range = (body.startIndex + inner.lowerBound)..<(body.startIndex + inner.upperBound)
        guard range.upperBound <= body.endIndex else { return nil }
        let sentence = String(decoding: question.file.bytes[range], as: UTF8.self)
        let own = (record as? Verdict)?.claim.value ?? record.id
        guard let text = await text(on: sentence, question, newsroom, hiding: [own]) else { return nil }
        return (text, range)
    }

    private static func text(
        on sentence: String,
        _ question: Question,
        _ newsroom: Newsroom,
        hiding hidden: Set<String>
    ) async -> String? {
        let index = await question.newsroom.claimIndex(of: newsroom)
        let matches = Matcher(index).matches(for: sentence, limit: limit, hiding: hidden)
        guard !matches.isEmpty else { return nil }
        let today = question.newsroom.today()
        return matches.map { match in
            let ruled = RuledClaim(match.claim)
            let differences = match.differences.map { MarkdownWords.escaped($0.words) }.joined(
                separator: "; "
            )
            let line =
                "**\(match.certainty.rawValue)**: \(MarkdownWords.escaped(match.claim.statement)) (claim `\(match.claim.id)`; "
                + "\(MarkdownWords.escaped(ruled.words(on: today))))"
            return differences.isEmpty ? line : line + "; differs: \(differences)"
        }.joined(separator: "\n\n")
    }
}
