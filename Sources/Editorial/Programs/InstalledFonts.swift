import Files

/// The letters for which this computer has fonts, as `fc-list`, a program of fontconfig, tells it.
///
/// A drawing program puts a box in the place of a letter that no font has.
package struct InstalledFonts: Sendable {
    /// The ranges of code points that fonts have, sorted and apart.
    private let ranges: [ClosedRange<UInt32>]

    /// The program's name.
    private static let program = "fc-list"
    /// The largest answer, in bytes: each font of Chinese takes a hundred kilobytes.
    private static let limit = 64 * 1024 * 1024
    /// The formats of fonts that are drawn with; those of PostScript's first type are not.
    private static let formats: Set<Substring> = ["TrueType", "CFF"]

    /// Asks for the fonts of this computer; nil where it cannot be known.
    package static func read() async -> InstalledFonts? {
        let arguments = ["-f", "%{fontformat} %{charset}\n", ":"]
        guard InstalledProgram.isOnPath(program),
            let outcome = try? await Program.run(program, arguments, outputLimit: limit), outcome.isSuccess
        else { return nil }
        return InstalledFonts(listing: outcome.output)
    }

    /// Reads a listing: on each line a format, and the hexadecimal ranges of a font's letters.
    init(listing: String) {
        var found: Set<ClosedRange<UInt32>> = []
        for line in listing.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let format = words.first, Self.formats.contains(format) else { continue }
            for word in words.dropFirst() {
                let ends = word.split(separator: "-").compactMap { UInt32($0, radix: 16) }
                if let first = ends.first, let last = ends.last, first <= last { found.insert(first...last) }
            }
        }
        var ranges: [ClosedRange<UInt32>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        self.ranges = ranges
    }

    /// The first letter of a text that no font has; nil where all of them can be drawn.
    package func firstMissing(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { $0.value >= 0x80 && Self.needsFont($0) && !has($0.value) }
    }

    /// Whether a character is drawn as something of its own. Accents are often drawn with their letter, as one.
    private static func needsFont(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
            .format, .privateUse, .unassigned, .surrogate:
            false
        default: true
        }
    }

    private func has(_ value: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(value)
    }
}
