import Encodings

/// Reads the words of texts in one language.
///
/// Addresses are left out; `#AustralianFires` and `@realDonaldTrump` are split into their words. One value serves one task, because
/// its stemmer does.
package final class WordReader {
    let words: LanguageWords
    private let stemmer: Stemmer
    private let joinsApostrophes: Bool
    private var stems: [String: String] = [:]

    /// Makes a reader.
    /// - Parameter language: a language tag (BCP 47).
    package init(language: String) {
        words = LanguageWords.of(language)
        stemmer = Stemmer(language: language)
        // English "don't" is one word; elsewhere an apostrophe ends an article: "l'année".
        joinsApostrophes = language.prefix { $0 != "-" }.lowercased() == "en"
    }

    /// The words of a text, in order.
    package func read(_ text: String) -> [Word] {
        var chunks = TextChunks(text)
        var found: [Word] = []
        var isStart = true
        while let chunk = chunks.next() {
            if chunk.isLink { continue }
            for piece in chunk.pieces(joiningApostrophes: joinsApostrophes) {
                append(piece, isStart: isStart, to: &found)
                isStart = false
            }
            isStart = chunk.endsSentence || (isStart && found.isEmpty)
        }
        withdrawNamesOfTitleCase(&found)
        return found
    }

    private func append(_ piece: TextPiece, isStart: Bool, to found: inout [Word]) {
        if let number = NumberReading.value(piece.scalars, hasDecimalComma: words.hasDecimalComma) {
            return append(number, piece, to: &found)
        }
        let text = String(String.UnicodeScalarView(piece.scalars))
        let lower = text.isASCII ? text.lowercased() : UnicodeForm.compatible(text).lowercased()
        if let factor = words.multipliers[lower] {
            if multiply(by: factor, in: piece, &found) { return }
        }
        if let value = words.numbers[lower] { return append(value, piece, to: &found) }
        var traits: Word.Traits = []
        if words.months[lower] != nil, !lower.isEmpty { traits.insert(.date) }
        if isNegation(lower) { traits.insert(.negation) }
        let isCapital = piece.scalars.first?.properties.isUppercase ?? false
        if isCapital, !isStart, !words.capitalisesNouns, piece.scalars.count > 1 { traits.insert(.name) }
        if piece.scalars.contains(where: Folding.isUnspaced) {
            for part in Folding.words(text) {
                found.append(Word(range: piece.range, folded: part, term: part, traits: traits))
            }
            return
        }
        let folded = Folding.fold(lower)
        guard !folded.isEmpty else { return }
        found.append(Word(range: piece.range, folded: folded, term: term(of: lower), traits: traits))
    }

    /// The folded stem of a word in lower case.
    func term(of lower: String) -> String {
        if let known = stems[lower] { return known }
        let stem = Folding.fold(stemmer.stem(lower))
        let term = ArabicStem.stem(stem)
        if stems.count < Self.keptStems { stems[lower] = term }
        return term
    }

    private func append(_ number: Double, _ piece: TextPiece, to found: inout [Word]) {
        var traits: Word.Traits = .number
        if piece.scalars.count == 4, number >= 1000, number < 2200, number == number.rounded() {
            traits.insert(.date)
        }
        let term = NumberReading.term(number)
        found.append(Word(range: piece.range, folded: term, term: term, traits: traits))
    }

    /// Takes "million" together with the number before it.
    private func multiply(by factor: Double, in piece: TextPiece, _ found: inout [Word]) -> Bool {
        guard let last = found.last, last.traits.contains(.number), let number = Double(last.term.dropFirst())
        else { return false }
        // "4m" is four million; "4 m" may be metres.
        let blanks = piece.range.lowerBound - last.range.upperBound
        guard blanks == 0 || (blanks <= 3 && piece.scalars.count > 1) else { return false }
        let term = NumberReading.term(number * factor)
        found[found.count - 1] = Word(
            range: last.range.lowerBound..<piece.range.upperBound,
            folded: term,
            term: term,
            traits: .number
        )
        return true
    }

    private func isNegation(_ lower: String) -> Bool {
        if words.singleNegations.contains(lower) { return true }
        guard joinsApostrophes, lower.hasSuffix("t"), lower.utf8.count > 3 else { return false }
        return lower.hasSuffix("n't") || lower.hasSuffix("n’t")
    }

    /// In a headline nearly every word has a capital letter, which then tells nothing.
    private func withdrawNamesOfTitleCase(_ found: inout [Word]) {
        let names = found.count { $0.traits.contains(.name) }
        let letters = found.count { !$0.traits.contains(.number) }
        guard names > 2, names * 10 > letters * 6 else { return }
        for index in found.indices where found[index].traits.contains(.name) {
            let word = found[index]
            found[index] = Word(
                range: word.range,
                folded: word.folded,
                term: word.term,
                traits: word.traits.subtracting(.name)
            )
        }
    }

    private static let keptStems = 200_000
}
