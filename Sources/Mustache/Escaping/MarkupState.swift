/// The place in HTML that a template's text has reached.
///
/// The states are those of the HTML standard's tokenizer (WHATWG HTML, section 13.2.5), as far as escaping
/// depends on them.
struct MarkupState: Hashable {
    enum Place: Hashable {
        case text
        /// After `<`, and after `</`.
        case lessThan, endTagOpen
        case declaration(dash: Bool)
        case comment(dashes: Int, bang: Bool)
        /// `<!doctype …>`, `<?xml …?>`.
        case otherDeclaration
        case tagName, betweenAttributes, attributeName, afterAttributeName, beforeValue
        /// After a name that a section's edge ended. White space must come before an attribute.
        case afterName
        case quotedValue(UInt8), unquotedValue
        /// In `<script>`, `<title>` and the like, where only their own end tag is markup.
        case rawText, rawLessThan
        case rawEndTag(matched: Int)
    }

    var place: Place = .text
    /// The element whose tag or raw text this is, in small letters.
    var element = ""
    var isEndTag = false
    /// The attribute whose name or value this is, in small letters.
    var attribute = ""
    /// The template's own text of the attribute's value so far; nil once a tag has added to it.
    var value: String? = ""
    var address: AddressPart = .start
    /// Whether the script is of a type that holds data.
    var holdsData = false
    /// Whether the tag has `http-equiv`, which makes `content` an instruction; and whether a value is shown
    /// in `content`.
    var hasHTTPEquiv = false
    var showsContent = false
    /// Whether the last byte in the tag was `/`.
    var endsWithSlash = false

    /// The elements whose content is text up to their end tag; in the last two, references are decoded.
    static let rawElements: Set<String> = [
        "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext", "title", "textarea",
    ]
    static let referenceElements: Set<String> = ["title", "textarea"]

    static let addressAttributes: Set<String> = [
        "href", "src", "action", "formaction", "cite", "poster", "data", "srcset", "imagesrcset",
        "background",
        "manifest", "ping", "longdesc", "codebase", "xlink:href", "profile", "archive", "usemap", "icon",
    ]
    static let addressLists: Set<String> = ["srcset", "imagesrcset", "ping", "archive"]

    /// The escaping for values at a place, or the reason why none may be shown.
    enum Permission {
        case allowed(Escaping)
        case refused(String)
    }

    /// The escaping for a value at this place.
    var escaping: Permission {
        switch place {
        case .text: .allowed(.text)
        case .quotedValue: attributeEscaping
        case .rawText where Self.referenceElements.contains(element): .allowed(.plain)
        case .rawText where element == "script" && holdsData: .allowed(.json)
        default: .refused("nothing can be shown safely \(description)")
        }
    }

    private var attributeEscaping: Permission {
        let isAnimation = ["animate", "set", "animatetransform", "animatemotion"].contains(element)
        if attribute.hasPrefix("on") {
            return .refused("`\(attribute)` runs as a script, so nothing can be shown in it")
        } else if attribute == "style" || attribute == "srcdoc" {
            return .refused("nothing can be shown safely in the attribute `\(attribute)`")
        } else if isAnimation, ["to", "from", "by", "values"].contains(attribute) {
            return .refused(
                "`\(attribute)` of <\(element)> can change an address, so nothing can be shown in it"
            )
        } else if attribute == "content", hasHTTPEquiv {
            return .refused("`content` beside `http-equiv` is an instruction, so nothing can be shown in it")
        } else if Self.addressAttributes.contains(attribute) {
            guard address != .unsafe else {
                return .refused(
                    "nothing can be shown in this address: its scheme is unsafe, or cannot be told"
                )
            }
            return .allowed(.address(address, isList: Self.addressLists.contains(attribute)))
        }
        return .allowed(.plain)
    }

    /// The content that a block at this place must not hold; nil where no block can stand.
    var blockExcludes: SpecialContent? {
        guard case .allowed(let escaping) = escaping else { return nil }
        return switch (escaping, place) {
        case (.text, _): []
        case (.plain, .quotedValue(UInt8(ascii: "\""))): [.markup, .doubleQuote]
        case (.plain, .quotedValue): [.markup, .singleQuote]
        case (.plain, _): .markup
        default: nil
        }
    }

    /// The place in words that follow "ends" or "stands".
    var description: String {
        switch place {
        case .text: "in text"
        case .lessThan, .endTagOpen, .tagName: "in a tag's name"
        case .declaration, .otherDeclaration: "in a declaration"
        case .comment: "in a comment"
        case .betweenAttributes, .afterName, .afterAttributeName, .beforeValue: "inside the tag <\(element)>"
        case .attributeName: "in an attribute's name"
        case .quotedValue: "in the attribute `\(attribute)`"
        case .unquotedValue: "in the attribute `\(attribute)` without quotation marks"
        case .rawText, .rawLessThan, .rawEndTag: "inside <\(element)>"
        }
    }

    /// Records that a value is shown here.
    mutating func showValue() {
        guard case .quotedValue = place else { return }
        value = nil
        if address == .start { address = .beforeColon }
        if attribute == "content" { showsContent = true }
    }

    /// The state at a section's edge, which ends an open tag or attribute name; nil where an edge is not allowed.
    var atEdge: MarkupState? {
        var edge = self
        switch place {
        case .tagName, .attributeName: edge.place = .afterName
        case .afterAttributeName: edge.place = .betweenAttributes
        case .lessThan, .endTagOpen, .declaration, .beforeValue, .rawLessThan, .rawEndTag: return nil
        default: break
        }
        if edge.place == .betweenAttributes || edge.place == .afterName { edge.forgetAttribute() }
        return edge
    }

    /// The state after a body that may be skipped; nil if the states with and without it do not fit together.
    func joined(with other: MarkupState) -> MarkupState? {
        var first = self
        var second = other
        let addresses = [first.address, second.address]
        first.value = first.value == second.value ? first.value : nil
        first.hasHTTPEquiv = first.hasHTTPEquiv || second.hasHTTPEquiv
        first.showsContent = first.showsContent || second.showsContent
        first.endsWithSlash = first.endsWithSlash && second.endsWithSlash
        first.holdsData = first.holdsData && second.holdsData
        if first.address != second.address {
            first.address =
                addresses.contains(.unsafe)
                ? .unsafe : addresses.contains(.component) ? .component : .beforeColon
        }
        let ends: Set<Place> = [.betweenAttributes, .afterName]
        if ends.contains(first.place), ends.contains(second.place), first.place != second.place {
            first.place = .afterName
        }
        second.value = first.value
        second.hasHTTPEquiv = first.hasHTTPEquiv
        second.showsContent = first.showsContent
        second.endsWithSlash = first.endsWithSlash
        second.holdsData = first.holdsData
        second.address = first.address
        if ends.contains(second.place) { second.place = first.place }
        return first == second ? first : nil
    }

    mutating func forgetAttribute() {
        attribute = ""
        value = ""
        address = .start
    }
}
