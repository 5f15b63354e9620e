import Diagnostics
import LanguageProtocol
import Newsroom

/// Something that an editor offers for the word at the cursor.
struct Candidate: Sendable {
    /// The sorts of candidates, as LSP numbers them.
    enum Sort: Int, Sendable {
        case text = 1
        case property = 10
        case value = 12
        case snippet = 15
        case file = 17
        case reference = 18
        case choice = 20
    }

    /// The word in the list.
    let label: String
    /// The text that is written.
    let text: String
    let sort: Sort
    /// A few words beside the label.
    var detail: String?
    /// What it means, in Markdown.
    var meaning: String?
    /// The record that is offered, of which more is said only if it is shown: there may be thousands.
    var record: (any Record)?
    /// Whether the text is a snippet with places to fill in.
    var isSnippet = false
    /// Further words by which it is found.
    var words = ""
    /// Its rank: candidates with a smaller one come first.
    var rank = 1

    /// Makes a candidate that writes its label.
    init(_ label: String, _ sort: Sort, text: String? = nil) {
        self.label = label
        self.text = text ?? label
        self.sort = sort
    }

    /// Whether what was typed occurs in the label or in the further words, in any case.
    func matches(_ typed: [UInt8]) -> Bool {
        typed.isEmpty || Self.contains(label, typed) || Self.contains(words, typed)
    }

    /// Whether folded bytes occur in a text, where capitals of ASCII count as small letters.
    private static func contains(_ text: String, _ typed: [UInt8]) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= typed.count else { return false }
            for start in 0...bytes.count - typed.count {
                var place = 0
                while place < typed.count, folded(bytes[start + place]) == typed[place] { place += 1 }
                if place == typed.count { return true }
            }
            return false
        }
    }

    /// A byte with capitals of ASCII as small letters.
    static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

/// The candidates for a range of a document.
struct CandidateList {
    /// The bytes that the chosen candidate replaces.
    let range: Range<Int>
    /// What was typed of the word: the part before the cursor.
    let typed: String
    let candidates: [Candidate]

    /// The largest number of candidates in an answer; the client asks again when more was typed.
    static let limit = 200

    /// The list in a message.
    func json(in file: SourceFile, _ client: ClientAbilities) -> JSONValue {
        let folded = typed.utf8.map(Candidate.folded)
        let matching = candidates.filter { $0.matches(folded) }
        let ranks = Set(matching.map(\.rank)).sorted()
        let best = ranks.flatMap { rank in matching.filter { $0.rank == rank } }
        let shown = best.prefix(Self.limit)
        let place = file.json(range, client.encoding)
        let items = shown.enumerated().map { number, candidate in
            json(candidate, number, place, client)
        }
        return ["isIncomplete": .bool(best.count > shown.count), "items": .array(items)]
    }

    private func json(_ candidate: Candidate, _ number: Int, _ range: JSONValue, _ client: ClientAbilities)
        -> JSONValue
    {
        let isSnippet = candidate.isSnippet && client.takesSnippets
        let digits = String(number)
        // What stands in the range has to be part of what the client looks in.
        let filter = [candidate.label, candidate.words].filter { !$0.isEmpty }.joined(separator: " ")
        return .object([
            "label": .string(candidate.label),
            "kind": .integer(candidate.sort.rawValue),
            "detail": candidate.detail.map(JSONValue.string),
            "documentation": documentation(of: candidate, asMarkdown: client.showsMarkdownInLists),
            "sortText": .string(String(repeating: "0", count: max(0, 5 - digits.count)) + digits),
            "filterText": .string(filter),
            "insertTextFormat": .integer(isSnippet ? 2 : 1),
            "textEdit": [
                "range": range,
                "newText": .string(isSnippet ? candidate.text : Self.plain(candidate)),
            ],
        ])
    }

    /// What is shown beside a candidate.
    private func documentation(of candidate: Candidate, asMarkdown isMarkdown: Bool) -> JSONValue? {
        if let record = candidate.record {
            return RecordCard(record).subtitle.map { words in
                isMarkdown
                    ? MarkdownWords.json(MarkdownWords.escaped(words), asMarkdown: true) : .string(words)
            }
        }
        return candidate.meaning.map { meaning in
            isMarkdown
                ? MarkdownWords.json(meaning, asMarkdown: true) : .string(MarkdownWords.plain(meaning))
        }
    }

    /// The text without the places of a snippet.
    private static func plain(_ candidate: Candidate) -> String {
        guard candidate.isSnippet else { return candidate.text }
        var text = ""
        var rest = candidate.text[...]
        while let dollar = rest.firstIndex(of: "$") {
            text += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...].drop { $0.isASCII && $0.isNumber }
        }
        return text + rest
    }
}
