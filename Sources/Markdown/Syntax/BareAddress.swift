/// The grammar of addresses without brackets (GFM 0.29, section 6.9): `https://example.org/`, `www.example.org`,
/// `desk@example.org`.
enum BareAddress {
    private static let prefixes = ["https://", "http://", "www."].map { Array($0.utf8) }

    /// The end of the web address that starts at an index; nil when there is none. The caller checks the text
    /// before it.
    static func end(in words: Span<UInt8>, at start: Int) -> Int? {
        guard let prefix = prefixes.first(where: { isAt($0, in: words, start) }) else { return nil }
        let isWeb = prefix[0] | 0x20 == UInt8(ascii: "w")
        let domainStart = isWeb ? start : start + prefix.count
        let domainEnd = self.domainEnd(in: words, from: domainStart)
        guard domainEnd > domainStart + (isWeb ? prefix.count : 0),
            isDomain(words, domainStart..<domainEnd)
        else { return nil }
        var end = domainEnd
        var brackets = 0
        while end < words.count, !words[end].isBlankOrLineEnd, words[end] != .less {
            if isWidePunctuation(words, at: end) { break }
            if words[end] == .openingBracket { brackets += 1 }
            if words[end] == .closingBracket {
                brackets -= 1
                // The bracket belongs to the text around the address, a citation for instance.
                if brackets < 0 { break }
            }
            end += 1
        }
        end = trimmed(words, from: domainStart, to: end)
        return end > domainStart ? end : nil
    }

    /// The length of an address's start, which makes a link only if it was typed literally.
    static func prefixLength(in words: Span<UInt8>, at start: Int) -> Int {
        prefixes.first { isAt($0, in: words, start) }?.count ?? 0
    }

    /// The mail address around an `@`; it starts at `lower` at the earliest.
    static func mail(in words: Span<UInt8>, at: Int, from lower: Int) -> Range<Int>? {
        var start = at
        while start > lower, isLocalByte(words[start - 1]) { start -= 1 }
        guard start < at else { return nil }
        var end = at + 1
        var dots = 0
        while end < words.count {
            let byte = words[end]
            if byte == UInt8(ascii: ".") {
                guard end > at + 1, end + 1 < words.count, words[end + 1].isLetter || words[end + 1].isDigit
                else { break }
                dots += 1
            } else if !(byte.isLetter || byte.isDigit || byte == .hyphen || byte == UInt8(ascii: "_")) {
                break
            }
            end += 1
        }
        guard dots > 0, let last = end > 0 ? words[end - 1] : nil, last.isLetter || last.isDigit else {
            return nil
        }
        // Part of a longer word of another alphabet, or the start of a further address.
        if end < words.count, words[end] >= 0x80 || words[end] == .at || words[end] == UInt8(ascii: "+") {
            return nil
        }
        return start..<end
    }

    private static func isAt(_ prefix: [UInt8], in words: Span<UInt8>, _ start: Int) -> Bool {
        guard start + prefix.count < words.count else { return false }
        for (offset, byte) in prefix.enumerated() {
            let typed = words[start + offset]
            guard typed == byte || (typed.isLetter && typed | 0x20 == byte) else { return false }
        }
        return true
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".") || byte == .hyphen
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
    }

    private static func domainEnd(in words: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < words.count {
            let byte = words[end]
            let belongs =
                byte.isLetter || byte.isDigit || byte == .hyphen || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ".") || (byte >= 0x80 && !isWidePunctuation(words, at: end))
            guard belongs else { break }
            end += 1
        }
        return end
    }

    /// Whether a range is a domain: parts between full stops, the last two without underscores.
    private static func isDomain(_ words: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where words[index] == UInt8(ascii: ".") {
            parts.append(start..<index)
            start = index + 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return parts.suffix(2).allSatisfy { part in !part.contains { words[$0] == UInt8(ascii: "_") } }
    }

    /// The end of an address without trailing punctuation: marks, unmatched closing brackets, an entity.
    private static func trimmed(_ words: Span<UInt8>, from start: Int, to limit: Int) -> Int {
        var end = limit
        var balance = 0
        for index in start..<end {
            if words[index] == .openingParenthesis { balance += 1 }
            if words[index] == .closingParenthesis { balance -= 1 }
        }
        while end > start {
            switch words[end - 1] {
            case .exclamation, .comma, .colon, .quotationMark, UInt8(ascii: "?"), UInt8(ascii: "."),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"):
                end -= 1
            case .closingParenthesis where balance < 0:
                balance += 1
                end -= 1
            case .semicolon:
                var name = end - 1
                while name > start, words[name - 1].isLetter || words[name - 1].isDigit { name -= 1 }
                end = name > start && name < end - 1 && words[name - 1] == .ampersand ? name - 1 : end - 1
            case _: return end
            }
        }
        return end
    }

    /// Quotation marks, brackets and stops that other scripts write without a blank: “ ” ‘ ’ « » 。 、 （ ） ，.
    private static func isWidePunctuation(_ words: Span<UInt8>, at index: Int) -> Bool {
        let byte = words[index]
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return false }
        let length = min(UTF8Sequence.length(startingWith: byte), words.count - index)
        let text = String(decoding: (0..<length).map { words[index + $0] }, as: UTF8.self)
        guard let scalar = text.unicodeScalars.first else { return false }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .spaceSeparator:
            return true
        default: return false
        }
    }
}
