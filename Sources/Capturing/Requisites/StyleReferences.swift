/// The addresses in a style sheet: of `url()` and of `@import`.
enum StyleReferences {
    /// The references, in their order, as written. Comments and texts count for nothing.
    static func all(in style: some Collection<UInt8>) -> [String] {
        var scanner = Scanner(bytes: Array(style))
        return scanner.references()
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        mutating func references() -> [String] {
            var found: [String] = []
            var isAfterImport = false
            while position < bytes.count {
                let byte = bytes[position]
                if skip("/*") {
                    position = bytes[position...].firstRange(of: "*/".utf8)?.upperBound ?? bytes.count
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    let text = quoted()
                    if isAfterImport { found.append(text) }
                    isAfterImport = false
                } else if skip("@import") {
                    isAfterImport = true
                } else if skip("url(") {
                    found.append(address())
                    isAfterImport = false
                } else {
                    if byte > 0x20 { isAfterImport = false }
                    position += 1
                }
            }
            return found.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        }

        /// Passes a word in any case, if it stands here.
        private mutating func skip(_ word: String) -> Bool {
            let wanted = Array(word.utf8)
            guard position + wanted.count <= bytes.count,
                zip(bytes[position...], wanted).allSatisfy({ byte, wanted in
                    byte == wanted || byte | 0x20 == wanted && (0x61...0x7A).contains(wanted)
                })
            else { return false }
            position += wanted.count
            return true
        }

        /// The rest of `url(`.
        private mutating func address() -> String {
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            if position < bytes.count,
                bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
            {
                let text = quoted()
                position = bytes[position...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? bytes.count
                return text
            }
            let text = take { $0 == UInt8(ascii: ")") || $0 <= 0x20 }
            position = bytes[position...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? bytes.count
            return text
        }

        private mutating func quoted() -> String {
            let quote = bytes[position]
            position += 1
            // A text ends with its line, too.
            let text = take { $0 == quote || $0 == 0x0A }
            position = min(position + 1, bytes.count)
            return text
        }

        /// The bytes up to an end, with escapes resolved.
        private mutating func take(until isEnd: (UInt8) -> Bool) -> String {
            var text: [UInt8] = []
            while position < bytes.count, !isEnd(bytes[position]) {
                guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else {
                    text.append(bytes[position])
                    position += 1
                    continue
                }
                position += 1
                text += escape()
            }
            return String(decoding: text, as: UTF8.self)
        }

        /// What a backslash stands for: a number in hexadecimal with one blank behind it, or the next character.
        private mutating func escape() -> [UInt8] {
            let digits = bytes[position...].prefix(6).prefix {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
            }
            guard !digits.isEmpty else {
                defer { position += 1 }
                return bytes[position] == 0x0A ? [] : [bytes[position]]
            }
            position += digits.count
            if position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
            return Array(String(Character(Unicode.Scalar(number) ?? "\u{FFFD}")).utf8)
        }
    }
}
