import Diagnostics
import Files
import Matching
import Newsroom

/// A sentence that somebody asks about, with its place.
package struct AskedSentence: Sendable, Hashable {
    /// The sentence on one line.
    package let text: String
    /// Its place in a transcript or article, such as `00:12:07`; empty where it has none.
    package let place: String

    /// Makes a sentence; line breaks in it become blanks.
    package init(_ text: String, at place: String = "") {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.place = place
    }

    /// The sentences of a text, each with the number of its first line.
    package static func sentences(of text: String) -> [AskedSentence] {
        let bytes = Array(text.utf8)
        var line = 1
        var done = 0
        return SentenceReader.sentences(of: text).map { range in
            line += bytes[done..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            done = range.lowerBound
            return AskedSentence(String(decoding: bytes[range], as: UTF8.self), at: "line \(line)")
        }
    }

    /// The sentences of an article's own words.
    package static func sentences(of article: Article) -> [AskedSentence] {
        let words = ArticleWords(of: article)
        return words.blocks.flatMap { block -> [AskedSentence] in
            let text = words.document.blocks[block].plainText
            let bytes = Array(text.utf8)
            return SentenceReader.sentences(of: text).map { range in
                AskedSentence(String(decoding: bytes[range], as: UTF8.self))
            }
        }
    }
}

/// The claims that sentences are like.
package struct AnsweredSentence: Sendable {
    /// The sentence.
    package let sentence: AskedSentence
    /// The claims, best first; empty if none is like it.
    package let matches: [Match]

    /// Answers sentences on all cores, in their order.
    package static func answers(
        to sentences: [AskedSentence],
        in index: ClaimIndex,
        limit: Int,
        hiding hidden: Set<String> = []
    ) async -> [AnsweredSentence] {
        await sentences.concurrentMap { sentence in
            let matches = Matcher(index).matches(for: sentence.text, limit: limit, hiding: hidden)
            return AnsweredSentence(sentence: sentence, matches: matches)
        }
    }

    /// The answer as JSON.
    package var json: JSONValue {
        .object([
            "sentence": .string(sentence.text),
            "place": sentence.place.isEmpty ? nil : .string(sentence.place),
            "certainty": .string((matches.first?.certainty ?? .none).rawValue),
            "matches": .array(matches.map { Self.json(of: $0, in: sentence) }),
        ])
    }

    private static func json(of match: Match, in sentence: AskedSentence) -> JSONValue {
        let ruled = RuledClaim(match.claim)
        func strings(_ places: [Range<Int>], of text: String) -> JSONValue {
            let bytes = Array(text.utf8)
            return .array(places.map { .string(String(decoding: bytes[$0], as: UTF8.self)) })
        }
        func optional(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }
        return .object([
            "claim": .string(match.claim.id),
            "certainty": .string(match.certainty.rawValue),
            "statement": .string(match.claim.statement),
            "title": optional(match.claim.title),
            "file": .string(ruled.path),
            "verdict": optional(ruled.verdict),
            "ruling": optional(ruled.ruling),
            "published": optional(ruled.published),
            "retracted": .bool(ruled.isRetracted),
            "shared": strings(match.words, of: sentence.text),
            "differences": .array(
                match.differences.map { difference in
                    .object([
                        "kind": .string(difference.kind.rawValue),
                        "claim": .string(difference.claim),
                        "sentence": .string(difference.sentence),
                    ])
                }
            ),
        ])
    }

    /// The answer for people.
    package func lines(on today: CalendarDate, _ style: TerminalStyle) -> [String] {
        var lines: [String] = []
        let place = sentence.place.isEmpty ? "" : sentence.place + ": "
        lines.append(place + "“" + style.marked(sentence.text, matches.first?.words ?? []) + "”")
        for match in matches {
            let ruled = RuledClaim(match.claim)
            let name = TerminalText.safe("\(match.certainty.rawValue): \(match.claim.id) (\(ruled.path))")
            lines.append("  \(name)")
            lines.append("    " + style.marked(match.claim.statement, match.statementWords))
            lines.append("    " + TerminalText.safe(ruled.words(on: today)))
            if !match.claim.title.isEmpty {
                lines.append("    " + style.marked(match.claim.title, match.titleWords))
            }
            if !match.differences.isEmpty {
                let words = match.differences.map(\.words).joined(separator: "; ")
                lines.append("    differs: " + TerminalText.safe(words))
            }
        }
        if matches.isEmpty { lines.append("  none: nothing that was ruled on is like it") }
        return lines
    }
}
