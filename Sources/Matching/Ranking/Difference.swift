/// Something in which a sentence and a claim differ, and that may make another claim of it.
package struct Difference: Sendable, Hashable {
    /// What differs.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case number, date, name, negation
    }

    package let kind: Kind
    /// The claim's words; empty where it lacks the negation.
    package let claim: String
    /// The sentence's words; empty where it lacks the negation.
    package let sentence: String

    /// In words: "2018, not 2019", from the claim to the sentence.
    package var words: String {
        switch kind {
        case .negation where claim.isEmpty: "the claim has no “\(sentence)”"
        case .negation: "the claim has “\(claim)”"
        default: "\(claim), not \(sentence)"
        }
    }
}

/// Finds the differences of two texts.
struct Differences {
    let sentence: TextWords
    let claim: TextWords

    /// The numbers, dates, names and negations in which the texts differ.
    var all: [Difference] {
        [numbers, dates, names, negation].compactMap(\.self)
    }

    private var numbers: Difference? {
        difference(.number) { $0.traits.contains(.number) && !$0.traits.contains(.date) }
    }

    private var dates: Difference? { difference(.date) { $0.traits.contains(.date) } }

    /// A difference is one only where each text has something that the other lacks.
    private func difference(_ kind: Difference.Kind, _ belongs: (Word) -> Bool) -> Difference? {
        let here = sentence.words.filter(belongs)
        let there = claim.words.filter(belongs)
        let onlyHere = here.filter { one in !there.contains { $0.term == one.term } }
        let onlyThere = there.filter { one in !here.contains { $0.term == one.term } }
        guard let first = onlyHere.first, let other = onlyThere.first else { return nil }
        return Difference(kind: kind, claim: claim.text(other.range), sentence: sentence.text(first.range))
    }

    private var names: Difference? {
        let known = Set(claim.words.map(\.term))
        let said = Set(sentence.words.map(\.term))
        let onlyHere = sentence.names.filter { name in !name.contains { known.contains($0.term) } }
        let onlyThere = claim.names.filter { name in !name.contains { said.contains($0.term) } }
        // With more of them, they are other details and not another name for the same place in the sentence.
        guard onlyHere.count == 1, onlyThere.count == 1 else { return nil }
        return Difference(
            kind: .name,
            claim: claim.text(of: onlyThere[0]),
            sentence: sentence.text(of: onlyHere[0])
        )
    }

    private var negation: Difference? {
        let here = sentence.words.first { $0.traits.contains(.negation) }
        let there = claim.words.first { $0.traits.contains(.negation) }
        guard (here == nil) != (there == nil) else { return nil }
        return Difference(
            kind: .negation,
            claim: there.map { claim.text($0.range) } ?? "",
            sentence: here.map { sentence.text($0.range) } ?? ""
        )
    }
}

/// A text with its words.
struct TextWords {
    let bytes: [UInt8]
    let words: [Word]

    init(_ text: String, _ reader: WordReader) {
        bytes = Array(text.utf8)
        words = reader.read(text)
    }

    /// The text at a place.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The text of consecutive words.
    func text(of words: [Word]) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return text(first.range.lowerBound..<last.range.upperBound)
    }

    /// The names: runs of words with capitals that only a blank parts.
    var names: [[Word]] {
        var names: [[Word]] = []
        var end = -2
        for word in words where word.traits.contains(.name) && !word.traits.contains(.date) {
            if word.range.lowerBound == end + 1, !names.isEmpty {
                names[names.count - 1].append(word)
            } else {
                names.append([word])
            }
            end = word.range.upperBound
        }
        return names
    }
}
