import Diagnostics
import Encodings

/// The `id` attributes of a document's headings.
struct Anchors {
    private var used: Set<String> = []
    private var counts: [String: Int] = [:]

    /// The unique anchor of a heading: its words in lower case, a hyphen for anything but letters and digits,
    /// and a number if another heading has the anchor.
    mutating func anchor(for words: String) -> String {
        let base = Self.slug(words)
        if used.insert(base).inserted { return base }
        var count = counts[base, default: 1]
        var candidate: String
        repeat {
            count += 1
            candidate = "\(base)-\(count)"
        } while !used.insert(candidate).inserted
        counts[base] = count
        return candidate
    }

    private static func slug(_ words: String) -> String {
        words.isASCII ? asciiSlug(words) : anySlug(words)
    }

    /// The slug of ASCII words, without the cost of telling characters apart.
    private static func asciiSlug(_ words: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(words.utf8.count)
        var needsHyphen = false
        for byte in words.utf8 {
            if byte.isLetter || byte.isDigit {
                if needsHyphen, !slug.isEmpty { slug.append(.hyphen) }
                slug.append(byte.isDigit ? byte : byte | 0x20)
                needsHyphen = false
            } else if byte != UInt8(ascii: "'") {
                needsHyphen = true
            }
        }
        return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
    }

    private static func anySlug(_ words: String) -> String {
        var slug = String.UnicodeScalarView()
        var needsHyphen = false
        for scalar in words.lowercased().unicodeScalars {
            if CitationSyntax.isWordScalar(scalar) {
                if needsHyphen, !slug.isEmpty { slug.append("-") }
                slug.append(scalar)
                needsHyphen = false
            } else if scalar != "'" && scalar != "\u{2019}" {
                // "don't" stays one word.
                needsHyphen = true
            }
        }
        return slug.isEmpty ? "section" : String(slug)
    }
}
