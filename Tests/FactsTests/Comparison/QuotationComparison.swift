import Foundation
import Yams

extension FactsComparison {
    /// Compares every quotation of three words or more with the facts files, in all texts for readers.
    func compare(quotationsOf record: RecordFile, into result: inout Comparison) {
        for quotation in Quotations(in: record.prose).all where quotation.wordCount >= 3 {
            result.expect(
                Quotations.stands(quotation, in: facts.folded),
                "quotations",
                in: record.path,
                "“\(quotation)” is not in the facts"
            )
        }
    }
}

/// The quotations in a text: the words between quotation marks.
struct Quotations {
    let all: [String]

    init(in prose: String) {
        let curly = prose.matches(of: /“([^“”]+)”/).map { String($0.output.1) }
        let straight = prose.split(separator: /\n\s*\n/).flatMap { paragraph in
            paragraph.matches(of: /"([^"]+)"/).map { String($0.output.1) }
        }
        all = curly + straight
    }

    /// Whether a folded text contains a quotation.
    ///
    /// Omissions split it, punctuation of the surrounding sentence is ignored, and its first letter may have either
    /// case.
    static func stands(_ quotation: String, in known: String) -> Bool {
        quotation.folded.split(separator: /\s*(?:\[\.\.\.\]|\[…\]|…|\.\.\.)\s*/).allSatisfy { piece in
            var words = piece[...]
            while let last = words.last, ".,;:?!".contains(last) { words.removeLast() }
            guard let first = words.first else { return true }
            return known.contains(words) || known.contains(first.lowercased() + words.dropFirst())
                || known.contains(first.uppercased() + words.dropFirst())
        }
    }
}

extension RecordFile {
    /// All sentences for readers: the body without addresses and citations, and the texts of the front matter.
    var prose: String {
        var texts = [
            "title", "summary", "would-change", "counter-example", "single-lineage-reason", "description",
        ]
        .compactMap(fields.text)
        for (list, keys) in [
            ("evidence", ["shows", "locator"]), ("parts", ["part", "note"]), ("timeline", ["text"]),
            ("replies", ["note"]),
        ] {
            texts += fields.records(list).flatMap { record in keys.compactMap { record.text($0) } }
        }
        var body = body.replacing(/(?m)^>.*$/, with: "")
        body = body.replacing(/\]\([^)]*\)/, with: "]").replacing(/\[@[^\]]*\]/, with: "")
        return (texts + [body]).joined(separator: "\n\n")
    }
}
