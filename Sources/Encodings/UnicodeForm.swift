import Foundation

/// Unicode's normalisation forms (UAX 15). They come from Foundation here and nowhere else, since the standard
/// library compares by them but does not offer them.
package enum UnicodeForm {
    /// NFC: letters and marks composed, as in ids and addresses.
    package static func composed(_ text: String) -> String {
        text.isASCII ? text : text.precomposedStringWithCanonicalMapping
    }

    /// NFD: letters and marks decomposed, so that marks can be dropped.
    package static func decomposed(_ text: String) -> String {
        text.isASCII ? text : text.decomposedStringWithCanonicalMapping
    }

    /// NFKD: compatibility forms, decomposed.
    package static func compatiblyDecomposed(_ text: String) -> String {
        text.isASCII ? text : text.decomposedStringWithCompatibilityMapping
    }

    /// NFKC: compatibility forms, composed. Ligatures, full-width and raised letters become plain ones.
    package static func compatible(_ text: String) -> String {
        text.isASCII ? text : text.precomposedStringWithCompatibilityMapping
    }
}
