import Addresses
import Encodings

/// A text directive: the end of an address that makes a browser scroll to words in the page.
///
/// `:~:text=[prefix-,]start[,end][,-suffix]`, as in the WICG's draft "URL Fragment Text Directives". The words stand in
/// the page as whole words; `start` and `end` are the first and the last of a longer passage, `prefix` and `suffix` stand
/// next to it and tell it from others.
struct TextDirective: Hashable {
    let prefix: String?
    let start: String
    let end: String?
    let suffix: String?

    init(prefix: String? = nil, start: String, end: String? = nil, suffix: String? = nil) {
        self.prefix = prefix
        self.start = start
        self.end = end
        self.suffix = suffix
    }

    /// The directive as it stands in a fragment.
    ///
    /// Everything but letters, digits, `.`, `_` and `~` is percent-encoded: `&` ends a directive, `,` parts its terms, and
    /// `-` marks prefix and suffix, so the specification (section "Syntax") forbids them within a term.
    var text: String {
        let terms = [
            prefix.map { Self.encoded($0) + "-" }, Self.encoded(start), end.map(Self.encoded),
            suffix.map { "-" + Self.encoded($0) },
        ]
        return "text=" + terms.compactMap(\.self).joined(separator: ",")
    }

    /// An address that leads to the words in a document.
    ///
    /// A fragment of the document's own stays before the directive. Directives that the address has are replaced.
    func address(in document: String) -> String {
        let base = Self.withoutDirectives(document)
        return base + (base.utf8.contains(UInt8(ascii: "#")) ? "" : "#") + Self.delimiter + text
    }

    private static let delimiter = ":~:"

    private static func withoutDirectives(_ document: String) -> String {
        guard document.utf8.contains(UInt8(ascii: "~")),
            let start = document.firstRange(of: delimiter)?.lowerBound
        else { return document }
        return String(document[..<start])
    }

    private static func encoded(_ term: String) -> String {
        PercentEncoding.term(term)
    }
}
