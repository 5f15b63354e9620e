/// The sentences of a text.
///
/// They end at a full stop, question mark or exclamation mark before a blank and a capital letter, and at an empty line.
/// Abbreviations ("U.S.", "Dr.") and numbers end none.
package enum SentenceReader {
    /// The places of the sentences, in bytes of UTF-8, without blanks around them.
    package static func sentences(of text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var sentences: [Range<Int>] = []
        var start = 0
        func end(_ place: Int) {
            var range = start..<place
            while let first = range.first, isBlank(bytes[first]) { range = (first + 1)..<range.upperBound }
            while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
            if !range.isEmpty { sentences.append(range) }
            start = place
        }
        var place = 0
        while place < bytes.count {
            if isEmptyLine(bytes, place) {
                end(place)
            } else if let after = ending(bytes, place, from: start) {
                end(after)
                place = after
                continue
            }
            place += 1
        }
        end(bytes.count)
        return sentences
    }

    /// The place after a sentence that ends here; nil if none does.
    private static func ending(_ bytes: [UInt8], _ place: Int, from start: Int) -> Int? {
        let mark = bytes[place]
        var after = place + 1
        if mark == 0xE3, place + 2 < bytes.count, bytes[place + 1] == 0x80, bytes[place + 2] == 0x82 {
            return place + 3
        }
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") else {
            return nil
        }
        // Marks in a row, and closing quotation marks and brackets, belong to the sentence.
        while after < bytes.count {
            if [
                UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\""),
                UInt8(ascii: ")"), UInt8(ascii: "'"),
            ].contains(bytes[after]) {
                after += 1
            } else if bytes[after...].starts(with: [0xE2, 0x80, 0x9D])
                || bytes[after...].starts(with: [0xE2, 0x80, 0x99])
            {
                after += 3
            } else {
                break
            }
        }
        guard after < bytes.count else { return after }
        guard isBlank(bytes[after]) else { return nil }
        if mark == UInt8(ascii: "."), isAbbreviation(bytes, place, from: start) { return nil }
        var next = after
        while next < bytes.count, isBlank(bytes[next]) { next += 1 }
        guard next < bytes.count else { return after }
        let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[next])
        return isSmall ? nil : after
    }

    /// Whether the word before a full stop is short for another: one letter, letters with stops, or a title.
    private static func isAbbreviation(_ bytes: [UInt8], _ place: Int, from start: Int) -> Bool {
        var first = place
        while first > start, !isBlank(bytes[first - 1]), bytes[first - 1] != UInt8(ascii: "(") { first -= 1 }
        let word = bytes[first..<place]
        if word.count == 1, let letter = word.first, letter >= UInt8(ascii: "A"), letter != UInt8(ascii: "I")
        {
            return true
        }
        if word.contains(UInt8(ascii: ".")),
            word.allSatisfy({ $0 >= UInt8(ascii: "A") || $0 == UInt8(ascii: ".") })
        {
            return true
        }
        return titles.contains(String(decoding: word, as: UTF8.self))
    }

    private static func isEmptyLine(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard bytes[place] == UInt8(ascii: "\n") else { return false }
        var next = place + 1
        while next < bytes.count, bytes[next] != UInt8(ascii: "\n") {
            if !isBlank(bytes[next]) { return false }
            next += 1
        }
        return next < bytes.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static let titles: Set<String> = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "St", "No", "Jr", "Sr", "vs", "etc",
        "approx",
        "Mme", "Mlle", "Sra", "Sr", "Nr", "Hr", "Fr", "ca", "bzw", "Abs", "Art", "Inc", "Corp", "Co",
    ]
}
