/// Numbers as values: "4,300", "1.5", "12 000".
enum NumberReading {
    /// The value of digits with separators; nil for anything else.
    static func value(_ scalars: [Unicode.Scalar], hasDecimalComma: Bool) -> Double? {
        guard let first = scalars.first, isDigit(first), scalars.count <= longest else { return nil }
        var groups: [(separator: Unicode.Scalar, digits: [UInt8])] = [(" ", [])]
        for scalar in scalars {
            if let digit = digit(scalar) {
                groups[groups.count - 1].digits.append(digit)
            } else if [".", ",", "\u{A0}", "\u{202F}"].contains(scalar) {
                groups.append((scalar, []))
            } else {
                return nil
            }
        }
        guard groups.allSatisfy({ !$0.digits.isEmpty }) else { return nil }
        var whole = groups[0].digits
        var fraction: [UInt8] = []
        for (index, group) in groups.enumerated().dropFirst() {
            if isDecimal(group, index, groups, hasDecimalComma) {
                fraction = group.digits
            } else {
                whole += group.digits
            }
        }
        let digits = whole.map { Character(Unicode.Scalar(48 + $0)) }
        let decimals = fraction.map { Character(Unicode.Scalar(48 + $0)) }
        return Double(String(digits) + (decimals.isEmpty ? "" : "." + String(decimals)))
    }

    /// The term of a value: `#4300`, `#1.5`.
    static func term(_ value: Double) -> String {
        if value == value.rounded(), value < 1e15 { return "#\(Int(value))" }
        // Ten digits, so that 1.1 million is the number that is written 1,100,000.
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() && rounded < 1e15 ? "#\(Int(rounded))" : "#\(rounded)"
    }

    private static func isDecimal(
        _ group: (separator: Unicode.Scalar, digits: [UInt8]),
        _ index: Int,
        _ groups: [(separator: Unicode.Scalar, digits: [UInt8])],
        _ hasDecimalComma: Bool
    ) -> Bool {
        guard index == groups.count - 1, group.separator == "." || group.separator == "," else {
            return false
        }
        if groups.count > 2, groups[1].separator == group.separator { return false }
        let isDecimalSign = (group.separator == ",") == hasDecimalComma
        return group.digits.count != 3 || isDecimalSign
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil }

    /// The digits of every script have a value from 0 to 9.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII {
            return (48...57).contains(scalar.value) ? UInt8(scalar.value - 48) : nil
        }
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue
        else {
            return nil
        }
        return UInt8(value)
    }

    private static let longest = 30
}
