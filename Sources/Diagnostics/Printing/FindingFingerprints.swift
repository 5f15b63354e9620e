/// Gives each finding a fingerprint that survives edits elsewhere in its file, so that tools can tell new
/// findings from known ones.
///
/// It is made of the rule, the file, the message and the text of the line, never of the line's number.
/// Findings that agree in all four are told apart by counting them.
struct FindingFingerprints {
    private var seen: [UInt64: Int] = [:]

    /// How many bytes of a line count.
    private static let lineLimit = 4096

    /// The fingerprint of the next finding: 16 hexadecimal digits, a colon, and which of its equals it is.
    mutating func next(for diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> String {
        var hash = FowlerNollVo()
        hash.add(diagnostic.rule.name)
        hash.add(diagnostic.message)
        if let span = diagnostic.span {
            hash.add(span.file)
            if let file = sources(span.file) {
                // A line can be a whole file, and have a finding at each of its words.
                let line = file.lineRange(around: span.byteRange.lowerBound)
                hash.add(file.text(line.lowerBound..<min(line.upperBound, line.lowerBound + Self.lineLimit)))
            }
        }
        let count = seen[hash.value, default: 0] + 1
        seen[hash.value] = count
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + ":\(count)"
    }
}

/// The FNV-1a hash of 64 bits: the same on every run, which Swift's own `Hasher` is not. Not for secrets.
private struct FowlerNollVo {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        // A byte that UTF-8 never has keeps "ab", "c" apart from "a", "bc".
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
