/// A text and the text after it, word by word.
///
///     TextRevision("two of five", "three of five").stretches  // -two +three " of five"
package struct TextRevision: Hashable, Sendable {
    /// A run of words with one fate.
    package struct Stretch: Hashable, Sendable {
        /// What became of the words.
        package enum Fate: Hashable, Sendable {
            /// Both texts have them.
            case kept
            /// Only the earlier text has them.
            case removed
            /// Only the later text has them.
            case added
            /// Both texts have them, and they are left out here.
            case leftOut
        }

        /// The words, separated by single blanks.
        package let text: String
        /// What became of them.
        package let fate: Fate
    }

    /// The stretches, in the order of reading; a removed one stands before what was added in its place.
    package let stretches: [Stretch]

    /// The number of words in a paragraph up to which words are compared, because the comparison takes the square of it.
    private static let wordLimit = 600
    /// The number of kept words that are shown beside a change.
    private static let neighbours = 14

    /// Compares two texts, paragraph by paragraph.
    package init(_ before: String, _ after: String) {
        let (old, new) = (Self.paragraphs(before), Self.paragraphs(after))
        var steps: [Stretch] = []
        for step in Self.steps(from: old, to: new) {
            switch step {
            case .kept(let paragraph): steps += paragraph.map { Stretch(text: $0, fate: .kept) }
            case .replaced(let removed, let added): steps += Self.words(removed, added)
            }
        }
        stretches = Self.shortened(Self.joined(steps))
    }

    /// A part of the way from one list to another.
    private enum Step<Element> {
        case kept(Element)
        case replaced([Element], [Element])
    }

    private static func paragraphs(_ text: String) -> [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.map { paragraph in
            paragraph.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        }
    }

    /// Compares the paragraphs that took the place of others, each with its counterpart.
    private static func words(_ removed: [[String]], _ added: [[String]]) -> [Stretch] {
        (0..<max(removed.count, added.count)).flatMap { place -> [Stretch] in
            let old = place < removed.count ? removed[place] : []
            let new = place < added.count ? added[place] : []
            guard old.count <= wordLimit, new.count <= wordLimit else {
                return old.map { Stretch(text: $0, fate: .removed) }
                    + new.map { Stretch(text: $0, fate: .added) }
            }
            return steps(from: old, to: new).flatMap { step -> [Stretch] in
                switch step {
                case .kept(let word): [Stretch(text: word, fate: .kept)]
                case .replaced(let gone, let come):
                    gone.map { Stretch(text: $0, fate: .removed) }
                        + come.map { Stretch(text: $0, fate: .added) }
                }
            }
        }
    }

    private static func steps<Element: Hashable>(from old: [Element], to new: [Element]) -> [Step<Element>] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var steps: [Step<Element>] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            var (gone, come): ([Element], [Element]) = ([], [])
            while left < old.count, removed.contains(left) {
                gone.append(old[left])
                left += 1
            }
            while right < new.count, added.contains(right) {
                come.append(new[right])
                right += 1
            }
            if !gone.isEmpty || !come.isEmpty { steps.append(.replaced(gone, come)) }
            guard left < old.count, right < new.count else { continue }
            steps.append(.kept(old[left]))
            left += 1
            right += 1
        }
        return steps
    }

    /// Neighbouring words of one fate as one stretch.
    private static func joined(_ words: [Stretch]) -> [Stretch] {
        var runs: [(fate: Stretch.Fate, words: [String])] = []
        for word in words {
            if runs.last?.fate == word.fate {
                runs[runs.count - 1].words.append(word.text)
            } else {
                runs.append((word.fate, [word.text]))
            }
        }
        return runs.map { Stretch(text: $0.words.joined(separator: " "), fate: $0.fate) }
    }

    /// Kept stretches without the words that are far from a change.
    private static func shortened(_ stretches: [Stretch]) -> [Stretch] {
        stretches.enumerated().flatMap { place, stretch -> [Stretch] in
            let words = stretch.text.split(separator: " ")
            let (isFirst, isLast) = (place == 0, place == stretches.count - 1)
            let shown = (isFirst ? 0 : neighbours) + (isLast ? 0 : neighbours)
            guard stretch.fate == .kept, words.count > shown + 4 else { return [stretch] }
            let head = isFirst ? [] : words.prefix(neighbours)
            let tail = isLast ? [] : words.suffix(neighbours)
            let parts = [
                Stretch(text: head.joined(separator: " "), fate: .kept), Stretch(text: "", fate: .leftOut),
                Stretch(text: tail.joined(separator: " "), fate: .kept),
            ]
            return parts.filter { $0.fate == .leftOut || !$0.text.isEmpty }
        }
    }
}
