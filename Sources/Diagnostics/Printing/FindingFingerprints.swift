import Encodings

/// The fingerprints of findings, by which tools tell new findings from known ones. They survive edits
/// elsewhere in the file.
///
/// A fingerprint hashes the rule, the file, the message and the text of the line, never the line's number.
/// Findings equal in all four are numbered.
struct FindingFingerprints {
    private var seen: [UInt64: Int] = [:]

    /// The number of bytes of a line that are hashed.
    private static let lineLimit = 4096

    /// The fingerprint of the next finding: 16 hexadecimal digits, a colon, and its number among its equals.
    mutating func next(for diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> String {
        var hash = FowlerNollVo()
        hash.add(diagnostic.rule.name)
        hash.add(diagnostic.message)
        if let span = diagnostic.span {
            hash.add(span.file)
            if let file = sources(span.file) {
                // A line can be a whole file, with a finding at each word.
                let line = file.lineRange(around: span.byteRange.lowerBound)
                hash.add(file.text(line.lowerBound..<min(line.upperBound, line.lowerBound + Self.lineLimit)))
            }
        }
        let count = seen[hash.value, default: 0] + 1
        seen[hash.value] = count
        return Hexadecimal.text(hash.value, width: 16) + ":\(count)"
    }
}

/// The 64-bit FNV-1a hash. Unlike Swift's `Hasher` it is the same on every run; it is no cryptographic hash.
private struct FowlerNollVo {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        // A byte that UTF-8 never has tells "ab", "c" from "a", "bc".
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
