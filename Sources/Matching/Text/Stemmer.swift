import CStemmer

/// The stems of words in one language, by Snowball's algorithms (libstemmer).
///
/// A language that Snowball does not have keeps its words whole. One value serves one task: libstemmer keeps its state in it.
///
///     Stemmer(language: "en").stem("elections")  // "elect"
package final class Stemmer {
    private let stemmer: OpaquePointer?

    /// Makes a stemmer.
    /// - Parameter language: a language tag (BCP 47), of which the first part counts.
    package init(language: String) {
        let code = language.prefix { $0 != "-" }.lowercased()
        let name = Self.algorithms[code]
        stemmer = name.flatMap { sb_stemmer_new($0, "UTF_8") }
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// Whether the language has an algorithm.
    package var isAvailable: Bool { stemmer != nil }

    /// The stem of a word in lower case, composed (NFC).
    package func stem(_ word: String) -> String {
        guard let stemmer, word.utf8.count <= Self.longestWord else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            let count = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
        }
    }

    /// The length in bytes above which something is no word of a language.
    private static let longestWord = 100

    /// Snowball's algorithms by language code.
    package static let algorithms: [String: String] = [
        "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
        "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
        "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
        "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
        "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
        "ta": "tamil", "tr": "turkish", "yi": "yiddish",
    ]
}
