extension Unicode.Scalar {
    /// Whether quotes are compared without this scalar.
    ///
    /// Ignored are characters without a shape (soft hyphens, joiners, direction marks, variation selectors),
    /// tatweel, and points that an edition may leave out (Arabic and Hebrew vowels, accents for reading aloud).
    var isIgnored: Bool {
        switch value {
        case 0..<0xAD: false
        case 0x640, 0x883...0x885: true
        case 0x591...0x5C7, 0x610...0x61A, 0x64B...0x670, 0x6D6...0x6ED, 0x8CA...0x8FF, 0xFB1E:
            properties.generalCategory == .nonspacingMark && !isPartOfLetter
        default: properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether the scalar is a madda or hamza: with one, a letter is another letter.
    private var isPartOfLetter: Bool { (0x653...0x655).contains(value) }

    /// The class that a scalar is folded into; nil if it stands for itself.
    var foldedKind: FoldedUnit.Kind? {
        switch value {
        case 0x20, 0x09...0x0D, 0x2028, 0x2029: return .blank
        case 0x2D, 0x2010...0x2015: return .dash
        // ASCII quotation marks, free-standing grave and acute accents, which are typed as quotation marks, and
        // curly ones.
        case 0x22, 0x27, 0x60, 0xB4, 0x2018...0x201F: return .quotationMark
        case 0xAB: return .openingGuillemet
        case 0xBB: return .closingGuillemet
        case 0x2026: return .mark
        case 0..<0x80: return nil
        default:
            if properties.isAlphabetic { return isLetterLikeMark ? .quotationMark : nil }
            if properties.isDash || value == Self.fullWidthTilde { return .dash }
            if properties.isQuotationMark || isUsedAsQuotationMark { return .quotationMark }
            return properties.isWhitespace ? .blank : nil
        }
    }

    /// The full-width tilde (U+FF5E). Old code pages confused it with the wave dash (U+301C), so Japanese texts
    /// have either.
    private static var fullWidthTilde: UInt32 { 0xFF5E }

    /// Whether the scalar is a modifier letter that is set as an apostrophe: a prime, a turned or reversed comma, a
    /// half ring, or the okina.
    private var isLetterLikeMark: Bool {
        switch value {
        case 0x2B9...0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x2EE, 0xA78B, 0xA78C: true
        default: false
        }
    }

    /// Whether the scalar is used as a quotation mark or apostrophe without having Unicode's property.
    ///
    /// That is true of primes, ornaments among the dingbats, Hebrew geresh and gershayim, the Armenian apostrophe,
    /// and free-standing Greek breathings.
    private var isUsedAsQuotationMark: Bool {
        switch value {
        case 0x2032...0x2037, 0x2057, 0x275B...0x2760, 0x276E, 0x276F, 0x1_F676...0x1_F678, 0x5F3, 0x5F4,
            0x55A,
            0x1FBD, 0x1FBF, 0x1FEF, 0x1FFD, 0x1FFE, 0xFF40:
            true
        default: false
        }
    }

    /// Whether the scalar is a hyphen, which can split a word at a line's end.
    var isHyphen: Bool {
        switch value {
        case 0x2D, 0xAD, 0x58A, 0x1806, 0x2010, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    /// The kind of a scalar that stands for itself.
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
        // Scripts without blanks: Thai, Lao, Tibetan, Burmese, Khmer; kana, Han and all that follows it.
        case 0x0E00...0x109F, 0x1780...0x17FF, 0x3005...0x312F, 0x31F0...0xA4CF, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x1_B000...0x1_B2FF, 0x2_0000...:
            return .ideograph
        default: return .letter
        }
    }
}
