import Diagnostics
import Foundation

/// The normalisation forms of Unicode (UAX 15). The standard library compares by them and does not give them
/// out, so this is the one place that asks Foundation.
package enum UnicodeForm {
    /// NFC: letters with their marks joined, as ids and addresses have them.
    package static func composed(_ text: String) -> String {
        text.isASCII ? text : text.precomposedStringWithCanonicalMapping
    }

    /// NFD: letters and their marks apart, so that marks can be left out.
    package static func decomposed(_ text: String) -> String {
        text.isASCII ? text : text.decomposedStringWithCanonicalMapping
    }

    /// NFKD: the same as `compatible`, with letters and their marks apart.
    package static func compatiblyDecomposed(_ text: String) -> String {
        text.isASCII ? text : text.decomposedStringWithCompatibilityMapping
    }

    /// NFKC: letters without regard to how they are set, such as ligatures, full-width and raised forms.
    package static func compatible(_ text: String) -> String {
        text.isASCII ? text : text.precomposedStringWithCompatibilityMapping
    }
}
