import Addresses
import Encodings

/// A text directive: the part of an address that makes a browser scroll to words in the page.
///
/// `:~:text=[prefix-,]start[,end][,-suffix]`, from the WICG's draft "URL Fragment Text Directives". All terms are whole
/// words of the page. `start` and `end` are the first and the last words of a longer passage; `prefix` and `suffix` are its
/// neighbours, which tell it from other matches.
///
///     let directive = TextDirective(start: "nothing but cheese")
///     directive.address(in: "https://moon.example/a")  // https://moon.example/a#:~:text=nothing%20but%20cheese
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

    /// The directive's text for a fragment.
    ///
    /// Everything but letters, digits, `.`, `_` and `~` is percent-encoded. The specification (section "Syntax") forbids `&`,
    /// `,` and `-` within a term, where they end a directive, separate terms, and mark prefix and suffix.
    var text: String {
        let terms = [
            prefix.map { Self.encoded($0) + "-" }, Self.encoded(start), end.map(Self.encoded),
            suffix.map { "-" + Self.encoded($0) },
        ]
        return "text=" + terms.compactMap(\.self).joined(separator: ",")
    }

    /// The address of the words in a document.
    ///
    /// The document's own fragment stays before the directive; its directives are replaced.
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
