import Encodings

/// A colour of the sRGB space, as style sheets write it: `#0b4a7a`.
package struct Colour: Hashable, Sendable {
    /// The three parts, from 0 to 255.
    package let red, green, blue: UInt8

    /// Makes a colour.
    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb` or `#rgb`; nil for anything else.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst().compactMap { Hexadecimal.value(of: $0) }
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else { return nil }
        switch digits.count {
        case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
        case 6:
            self.init(
                red: digits[0] << 4 | digits[1],
                green: digits[2] << 4 | digits[3],
                blue: digits[4] << 4 | digits[5]
            )
        default: return nil
        }
    }

    /// The colour as style sheets write it.
    package var text: String {
        "#" + [red, green, blue].map { Hexadecimal.text($0, width: 2) }.joined()
    }
}

extension Colour {
    /// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
    package static let leastContrast = 4.5

    /// The relative luminance, from 0 for black to 1 for white (WCAG 2.2).
    package var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2).
    ///
    ///     Colour("#000")?.contrast(with: .white)  // 21
    package func contrast(with other: Colour) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The lowest contrast with one of several grounds.
    package func contrast(withEach grounds: [Colour]) -> Double {
        grounds.map(contrast).min() ?? 21
    }

    /// The colour itself where it can be read on all grounds, or else the nearest mixture with black or white that can.
    package func readable(on grounds: [Colour]) -> Colour {
        let isDark = (grounds.map(\.luminance).max() ?? 1) < 0.18
        let end = isDark ? Colour(red: 255, green: 255, blue: 255) : Colour(red: 0, green: 0, blue: 0)
        for share in 0..<100 {
            let mixed = mixed(with: end, percent: share)
            if mixed.contrast(withEach: grounds) >= Self.leastContrast { return mixed }
        }
        return end
    }

    private func mixed(with other: Colour, percent: Int) -> Colour {
        func part(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Int(own) * (100 - percent) + Int(other) * percent + 50) / 100)
        }
        return Colour(
            red: part(red, other.red),
            green: part(green, other.green),
            blue: part(blue, other.blue)
        )
    }

    private static func linear(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        if value <= 0.04045 { return value / 12.92 }
        // x to the power of 2.4 is the square of x, times the square of its fifth root: the same bits on every system.
        let base = (value + 0.055) / 1.055
        let root = fifthRoot(base)
        return base * base * root * root
    }

    /// The fifth root of a number between 0 and 1, by Newton's method.
    private static func fifthRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<40 {
            let power = root * root * root * root
            root -= (power * root - value) / (5 * power)
        }
        return root
    }
}

/// The grounds of the default theme's pages, on which an accent is read: paper, and panels on it.
package enum PageGround {
    /// Those of the light scheme, `--paper` and `--panel`.
    package static let light = [
        Colour(red: 0xFF, green: 0xFF, blue: 0xFF), Colour(red: 0xF2, green: 0xF4, blue: 0xF3),
    ]
    /// Those of the dark scheme.
    package static let dark = [
        Colour(red: 0x12, green: 0x15, blue: 0x17), Colour(red: 0x1C, green: 0x21, blue: 0x24),
    ]
}
