/// A name with its hash: records and templates count it once, so that a look-up compares numbers.
public struct TemplateName: Sendable, Equatable, ExpressibleByStringLiteral {
    let text: String
    private let hash: UInt64

    /// Makes a name that a record gives to a value.
    public init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) {
        self.text = text
        // FNV-1a, 64 bits.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        self.hash = hash
    }

    /// Whether two names are the same.
    public static func == (left: TemplateName, right: TemplateName) -> Bool {
        left.hash == right.hash && left.text == right.text
    }
}

/// A dotted name, split when the template is parsed; without parts it is the implicit iterator `.`.
struct NamePath: Sendable, Equatable {
    let parts: [TemplateName]

    init(_ parts: [TemplateName]) { self.parts = parts }

    /// Splits a name as it stands in a tag; nil when a part is empty or holds white space.
    init?(_ text: String) {
        if text == "." {
            parts = []
            return
        }
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWhole = pieces.allSatisfy { piece in
            !piece.isEmpty && piece.utf8.allSatisfy { !isBlank($0) && !isLineEnd($0) }
        }
        guard isWhole else { return nil }
        parts = pieces.map { TemplateName(String($0)) }
    }

    /// The name as it stands in the template.
    var text: String { parts.isEmpty ? "." : parts.map(\.text).joined(separator: ".") }
}
