/// What a character counts as when quotes are compared: units without places.
struct CharacterFolding: Sendable {
    /// One unit of a character.
    struct Part: Sendable {
        let token: UInt32
        let kind: FoldedUnit.Kind
    }

    /// What the character counts as after a digit.
    enum AfterDigit: Sendable {
        /// The same as elsewhere.
        case same
        /// Itself: 10² is not 102.
        case itself(Part)
        /// The same, after a blank: 2½ is 2 1/2, and not 21/2.
        case apart
    }

    let parts: [Part]
    let afterDigit: AfterDigit

    static let blank = Part(token: token(of: .blank), kind: .blank)

    /// The number of all characters that count as one kind.
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

    /// The parts of a scalar that is ASCII or counts as something else; nil for any other.
    static func parts(of scalar: Unicode.Scalar) -> [Part]? {
        if let kind = scalar.foldedKind {
            let part = Part(token: token(of: kind), kind: kind)
            return scalar == "\u{2026}" ? [part, part, part] : [part]
        }
        return scalar.isASCII ? [Part(token: scalar.value, kind: scalar.plainKind)] : nil
    }

    /// How a character is spelt with plain letters: in Unicode's compatibility form, and without ligatures.
    ///
    /// A free-standing accent, whose compatibility form is a blank with an accent, stays what it is.
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

    /// Letters that many keyboards do not have. Unicode counts them as letters and not as forms of two.
    private static let ligatures: [Unicode.Scalar: String] = ["æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"]
}
