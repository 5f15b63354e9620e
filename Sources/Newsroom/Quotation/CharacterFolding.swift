import Encodings

/// The folded form of one character: its units, without their places.
struct CharacterFolding: Sendable {
    /// One unit of a folded character.
    struct Part: Sendable {
        let token: UInt32
        let kind: FoldedUnit.Kind
    }

    /// The folding of a character that follows a digit.
    enum AfterDigit: Sendable {
        /// The usual one.
        case same
        /// A unit of its own: 10² is not 102.
        case itself(Part)
        /// The usual one, after a blank: 2½ is 2 1/2, and not 21/2.
        case apart
    }

    let parts: [Part]
    let afterDigit: AfterDigit

    static let blank = Part(token: token(of: .blank), kind: .blank)

    /// The token that all characters of one kind share.
    static func token(of kind: FoldedUnit.Kind) -> UInt32 {
        let scalar: Unicode.Scalar =
            switch kind {
            case .blank: " "
            case .dash, .hyphenAtLineEnd: "-"
            case .mark: "."
            default: "'"
            }
        return scalar.value
    }

    /// The units of a scalar that is ASCII or has a folded kind; nil for any other.
    static func parts(of scalar: Unicode.Scalar) -> [Part]? {
        if let kind = scalar.foldedKind {
            let part = Part(token: token(of: kind), kind: kind)
            return scalar == "\u{2026}" ? [part, part, part] : [part]
        }
        return scalar.isASCII ? [Part(token: scalar.value, kind: scalar.plainKind)] : nil
    }

    /// The plain spelling of a character: Unicode's compatibility form (NFKC), without ligatures.
    ///
    /// A free-standing accent is left alone, because its compatibility form is a blank with an accent.
    static func spelling(of text: String) -> String {
        let compatible = UnicodeForm.compatible(text)
        let form = compatible.unicodeScalars.first == " " ? text : compatible
        guard form.unicodeScalars.contains(where: { ligatures[$0] != nil || $0 == fractionSlash }) else {
            return form
        }
        var spelt = String.UnicodeScalarView()
        for scalar in form.unicodeScalars {
            if let letters = ligatures[scalar] {
                spelt.append(contentsOf: letters.unicodeScalars)
            } else {
                spelt.append(scalar == fractionSlash ? "/" : scalar)
            }
        }
        return String(spelt)
    }

    private static let fractionSlash: Unicode.Scalar = "\u{2044}"

    /// Letters that are missing from many keyboards. NFKC keeps them, since Unicode counts them as letters.
    private static let ligatures: [Unicode.Scalar: String] = ["æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"]
}
