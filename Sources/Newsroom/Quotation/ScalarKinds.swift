extension Unicode.Scalar {
    /// Whether a comparison of quotes passes over this scalar: soft hyphens, joiners, marks of direction,
    /// variation selectors, byte order marks.
    var isIgnored: Bool {
        switch value {
        case 0xAD, 0x34F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F,
            0xFEFF:
            true
        default: false
        }
    }

    /// What the scalar counts as when it stands for a whole class; nil when it stands for itself.
    var foldedKind: FoldedUnit.Kind? {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            .blank
        // Hyphen-minus, hyphens, figure dash, en and em dash, horizontal bar, minus, small and full-width forms.
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .dash
        // Straight and curly marks, acute and grave used as such, primes, single guillemets, CJK brackets.
        case 0x22, 0x27, 0x60, 0xB4, 0x2018...0x201F, 0x2032...0x2037, 0x2039, 0x203A, 0x2BC, 0x300C...0x300F,
            0x301D...0x301F, 0xFF02, 0xFF07:
            .quotationMark
        case 0xAB: .openingGuillemet
        case 0xBB: .closingGuillemet
        case 0x2026: .mark
        default: nil
        }
    }

    /// What the scalar is, standing for itself.
    var plainKind: FoldedUnit.Kind {
        if isASCII {
            switch value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
            default: return .mark
            }
        }
        guard properties.isAlphabetic || properties.numericType != nil else { return .mark }
        switch value {
        case 0x0590...0x08FF: return .cliticLetter
        // Thai, Lao, Tibetan, Burmese, Khmer; kana, Han and all that follows it.
        case 0x0E00...0x109F, 0x1780...0x17FF, 0x3005...0x312F, 0x31F0...0xA4CF, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x1_B000...0x1_B2FF, 0x2_0000...:
            return .ideograph
        default: return .letter
        }
    }
}
