/// The sentences of a text, for showing what was taken out and what was put in.
enum Sentences {
    /// The sentences of all blocks, in their order. A block's end ends a sentence, too.
    static func all(in blocks: [String]) -> [String] { blocks.flatMap(sentences) }

    /// The sentences that only one of two texts has, each in its own order.
    static func difference(from old: [String], to new: [String]) -> (removed: [String], added: [String]) {
        (only(in: all(in: old), not: all(in: new)), only(in: all(in: new), not: all(in: old)))
    }

    private static func only(in sentences: [String], not others: [String]) -> [String] {
        var left: [String: Int] = [:]
        for sentence in others { left[key(sentence), default: 0] += 1 }
        return sentences.filter { sentence in
            let key = key(sentence)
            guard let count = left[key], count > 0 else { return !key.isEmpty }
            left[key] = count - 1
            return false
        }
    }

    /// What two equal sentences share: their words, whatever the white space.
    private static func key(_ sentence: String) -> String {
        sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func sentences(_ block: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var hasEnded = false
        for character in block {
            let isEnd = ".!?…".contains(character)
            // Chinese and Japanese have no blank behind a full stop.
            let isFullEnd = "。！？".contains(character)
            if hasEnded, character.isWhitespace {
                sentences.append(current)
                current = ""
                hasEnded = false
                continue
            }
            current.append(character)
            if isFullEnd {
                sentences.append(current)
                current = ""
                hasEnded = false
            } else {
                // A closing mark belongs to the sentence before it.
                hasEnded = isEnd || hasEnded && "\"”’»)]'".contains(character)
            }
        }
        return (sentences + [current]).map(key).filter { !$0.isEmpty }
    }
}
