/// Random changes of bytes, like those of editors, merges, broken disks and attackers.
struct Mutation {
    /// Texts with a meaning in one of the file formats.
    private static let tokens = [
        // YAML
        "---\n", "...\n", ": ", "- ", "? ", "|\n  ", ">-\n  ", "{", "}", "[", "]", "&a ", "*a", "!!binary ",
        "!t ", "'", "\"", "#", " #", "%YAML 1.3\n",
        "<<: ", "\t", "null", "~", "true", "2026-02-30", "0000-00-00", "9999-99", "-1", "1e999",
        "99999999999999999999",
        // Markdown
        "[@", "[-@", "@a", "]", "](", "![", "[^1]", "[^1]: ", "[x]: /y\n", "\n\n", "    ", "> ", "```\n",
        "~~", "**", "|", "|-|-|\n", "<b>", "<!--", "-->",
        "&#xFFFE;", "&#0;", "&#65535;", "&amp;", "&NotEqualTilde;", "\\", "claim:", "source:", "javascript:",
        "//x", "[…]", "…", "{#a}",
        // Templates
        "{{", "}}", "{{#a}}", "{{/a}}", "{{^a}}", "{{{", "}}}", "{{> a}}", "{{<a}}", "{{$a}}", "{{!", "{{=",
        "{{.}}", "{{a.b.c}}",
        // JSON
        "\"\"", "\\u0000", "\\ud800", "\\", "null", "1E400", "-0", "[[[[", "{\"", "\":", ",",
        // Characters
        "\u{0}", "\r", "\r\n", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{2029}",
        "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}",
        "\u{301}", "é", "e\u{301}", "ﬁ", "中", "א", "👩‍👩‍👧", "\u{1B}[31m", "<<<<<<< a\n", "=======\n",
        ">>>>>>> b\n", "../", "/", "\u{E0041}",
    ]
    private static let brokenCharacters: [[UInt8]] = [
        [0xC0, 0xAF], [0xFF], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
        [0xE2, 0x82], [0xEF, 0xBB, 0xBF],
    ]

    /// A changed copy.
    /// - Parameter other: another file, from which pieces are taken.
    static func apply(_ bytes: [UInt8], other: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) { change(&bytes, other, &numbers) }
        return bytes
    }

    private static func change(_ bytes: inout [UInt8], _ other: [UInt8], _ numbers: inout SeededNumbers) {
        let place = Int.random(in: 0...bytes.count, using: &numbers)
        switch Int.random(in: 0..<14, using: &numbers) {
        case 0...3: bytes.insert(contentsOf: Array(pick(tokens, &numbers).utf8), at: place)
        case 4: bytes.insert(contentsOf: pick(brokenCharacters, &numbers), at: place)
        case 5: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers) }
        case 6: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &numbers) }
        case 7: bytes.removeSubrange(piece(of: bytes, &numbers))
        case 8: bytes.insert(contentsOf: Array(bytes[piece(of: bytes, &numbers)]), at: place)
        case 9: bytes.insert(contentsOf: Array(other[piece(of: other, &numbers)]), at: place)
        case 10: bytes.removeSubrange(place...)
        case 11: swapLines(&bytes, &numbers)
        case 12:
            let token = Array(pick(tokens, &numbers).utf8)
            let count = Int.random(in: 2...400, using: &numbers)
            bytes.insert(contentsOf: (0..<count).flatMap { _ in token }, at: place)
        default:
            let range = piece(of: bytes, &numbers)
            bytes.replaceSubrange(range, with: Array(pick(tokens, &numbers).utf8))
        }
    }

    private static func pick<Element>(_ list: [Element], _ numbers: inout SeededNumbers) -> Element {
        list[Int.random(in: list.indices, using: &numbers)]
    }

    private static func piece(of bytes: [UInt8], _ numbers: inout SeededNumbers) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &numbers)
        let limit = Int.random(in: 0..<3, using: &numbers) == 0 ? 2000 : 24
        return start..<min(bytes.count, start + Int.random(in: 0...limit, using: &numbers))
    }

    private static func swapLines(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let (first, second) = (
            Int.random(in: lines.indices, using: &numbers), Int.random(in: lines.indices, using: &numbers)
        )
        lines.swapAt(first, second)
        bytes = Array(lines.joined(separator: [0x0A]))
    }
}

/// Random numbers that are the same for the same seed: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
