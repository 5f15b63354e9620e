import Diagnostics

/// A scanner that follows a template's text through HTML, so that the place of every tag is known.
struct MarkupScanner {
    var state = MarkupState()

    /// Follows the template's own bytes in a range, and reports ambiguous markup.
    mutating func follow(_ bytes: [UInt8], _ range: Range<Int>, _ findings: inout TemplateFindings) {
        for offset in range {
            if let problem = follow(bytes[offset]) {
                findings.report(
                    .templateMarkup,
                    problem.message,
                    at: offset..<offset + 1,
                    help: problem.help
                )
            }
        }
    }

    private typealias Problem = (message: String, help: String)

    private mutating func follow(_ byte: UInt8) -> Problem? {
        switch state.place {
        case .text:
            if byte == UInt8(ascii: "<") { state.place = .lessThan }
        case .lessThan, .endTagOpen: return followOpening(byte)
        case .declaration(let dash): return followDeclaration(byte, dash)
        case .comment(let dashes, let bang): followComment(byte, dashes, bang)
        case .otherDeclaration:
            if byte == UInt8(ascii: ">") { state.place = .text }
        case .tagName: return followTagName(byte)
        case .betweenAttributes, .afterName, .afterAttributeName: return followTag(byte)
        case .attributeName: return followAttributeName(byte)
        case .beforeValue: return followBeforeValue(byte)
        case .quotedValue(let quote): return followValue(byte, quote)
        case .unquotedValue: return followUnquotedValue(byte)
        case .rawText, .rawLessThan, .rawEndTag: return followRawText(byte)
        }
        return nil
    }

    private mutating func followOpening(_ byte: UInt8) -> Problem? {
        let isEndTag = state.place == .endTagOpen
        if isLetter(byte) {
            state = MarkupState(place: .tagName, element: Self.small(byte), isEndTag: isEndTag)
        } else if isEndTag {
            state.place = byte == UInt8(ascii: ">") ? .text : .otherDeclaration
        } else {
            switch byte {
            case UInt8(ascii: "/"): state.place = .endTagOpen
            case UInt8(ascii: "!"): state.place = .declaration(dash: false)
            case UInt8(ascii: "?"): state.place = .otherDeclaration
            case UInt8(ascii: "<"): break
            default: state.place = .text
            }
        }
        return nil
    }

    private mutating func followDeclaration(_ byte: UInt8, _ dash: Bool) -> Problem? {
        switch byte {
        case UInt8(ascii: "-"):
            state.place = dash ? .comment(dashes: 2, bang: false) : .declaration(dash: true)
        case UInt8(ascii: ">"): state.place = .text
        case UInt8(ascii: "[") where !dash:
            state.place = .otherDeclaration
            return ("HTML and XML disagree on where a CDATA section ends", "write escaped text instead")
        default: state.place = .otherDeclaration
        }
        return nil
    }

    private mutating func followComment(_ byte: UInt8, _ dashes: Int, _ bang: Bool) {
        switch byte {
        case UInt8(ascii: ">") where dashes >= 2: state.place = .text
        case UInt8(ascii: "-"): state.place = .comment(dashes: bang ? 1 : min(dashes + 1, 2), bang: false)
        case UInt8(ascii: "!") where dashes >= 2 && !bang: state.place = .comment(dashes: 2, bang: true)
        default: state.place = .comment(dashes: 0, bang: false)
        }
    }

    private mutating func followTagName(_ byte: UInt8) -> Problem? {
        if isMarkupSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
            return followTag(byte)
        }
        state.element += Self.small(byte)
        return nil
    }

    private mutating func followTag(_ byte: UInt8) -> Problem? {
        let wasAfterName = state.place == .afterName
        switch byte {
        case UInt8(ascii: ">"): return closeTag()
        case UInt8(ascii: "/"):
            state.place = .betweenAttributes
            state.endsWithSlash = true
        case _ where isMarkupSpace(byte):
            if state.place != .afterAttributeName { state.place = .betweenAttributes }
        case UInt8(ascii: "=") where state.place == .afterAttributeName: state.place = .beforeValue
        default:
            state.forgetAttribute()
            state.attribute = Self.small(byte)
            state.place = .attributeName
            state.endsWithSlash = false
            if wasAfterName {
                return (
                    "a name begins where the section before it may have ended one", "put a blank before it"
                )
            }
            return Self.strayInTag(byte)
        }
        return nil
    }

    private static func strayInTag(_ byte: UInt8) -> Problem? {
        switch byte {
        case UInt8(ascii: "<"): ("`<` stands inside a tag", "close the tag before it with `>`")
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="):
            (
                "`\(small(byte))` stands where an attribute's name belongs",
                "write attributes as `name=\"value\"`"
            )
        default: nil
        }
    }

    private mutating func followAttributeName(_ byte: UInt8) -> Problem? {
        if isMarkupSpace(byte) {
            state.place = .afterAttributeName
        } else if byte == UInt8(ascii: "=") {
            state.place = .beforeValue
        } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
            return followTag(byte)
        } else {
            state.attribute += Self.small(byte)
            return Self.strayInTag(byte)
        }
        return nil
    }

    private mutating func followBeforeValue(_ byte: UInt8) -> Problem? {
        if isMarkupSpace(byte) { return nil }
        if byte == UInt8(ascii: ">") { return closeTag() }
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        state.place = isQuote ? .quotedValue(byte) : .unquotedValue
        if state.attribute == "http-equiv" {
            state.hasHTTPEquiv = true
            if state.showsContent {
                return (
                    "`content` beside `http-equiv` is an instruction, so nothing can be shown in it",
                    "write the value of `content` in the template"
                )
            }
        }
        if !isQuote { state.value = Self.small(byte) }
        return nil
    }

    private mutating func followUnquotedValue(_ byte: UInt8) -> Problem? {
        if byte == UInt8(ascii: ">") { return closeTag() }
        if isMarkupSpace(byte) {
            endValue()
        } else {
            state.value? += Self.small(byte)
        }
        return nil
    }

    private mutating func followValue(_ byte: UInt8, _ quote: UInt8) -> Problem? {
        if byte == quote {
            endValue()
            return nil
        }
        let isAddress = MarkupState.addressAttributes.contains(state.attribute)
        let staticValue = state.value
        // Longer values are neither a scheme nor a script's type, and are slow to collect.
        if staticValue.map({ $0.utf8.count < 64 }) ?? false { state.value? += Self.small(byte) }
        return isAddress ? followAddress(byte, staticValue) : nil
    }

    private mutating func followAddress(_ byte: UInt8, _ before: String?) -> Problem? {
        let mayBeScheme = state.address == .start || state.address == .beforeColon
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "#"):
            if state.address != .unsafe { state.address = .component }
        case UInt8(ascii: "/") where mayBeScheme: state.address = .path
        // A character reference may stand for a part of a scheme.
        case UInt8(ascii: "&") where mayBeScheme: state.address = .unsafe
        case UInt8(ascii: ":") where mayBeScheme:
            guard let before else {
                state.address = .unsafe
                return ("a scheme cannot be put together from values", "show the whole address as one value")
            }
            state.address = AddressEscaper.allowedSchemes.contains(before) ? .path : .unsafe
        case _
        where MarkupState.addressLists.contains(state.attribute) && (isMarkupSpace(byte) || byte == 0x2C):
            state.address = .start
            state.value = ""
        case _ where state.address == .start && !isMarkupSpace(byte): state.address = .beforeColon
        default: break
        }
        return nil
    }

    private mutating func endValue() {
        if state.element == "script", state.attribute == "type" {
            state.holdsData = state.value == "application/ld+json" || state.value == "application/json"
        }
        state.forgetAttribute()
        state.place = .betweenAttributes
    }

    private mutating func closeTag() -> Problem? {
        if state.place == .unquotedValue { endValue() }
        let isRaw = !state.isEndTag && MarkupState.rawElements.contains(state.element)
        let isSelfClosed = isRaw && state.endsWithSlash
        state =
            isRaw
            ? MarkupState(place: .rawText, element: state.element, holdsData: state.holdsData) : MarkupState()
        guard isSelfClosed else { return nil }
        return (
            "browsers take `<\(state.element)/>` for an opening tag",
            "write `<\(state.element)></\(state.element)>`"
        )
    }

    private mutating func followRawText(_ byte: UInt8) -> Problem? {
        let name = Array(state.element.utf8)
        switch (state.place, byte) {
        case (.rawLessThan, UInt8(ascii: "/")): state.place = .rawEndTag(matched: 0)
        case (.rawLessThan, UInt8(ascii: "!")) where state.element == "script":
            state.place = .rawText
            return ("`<!` in a script can change where the script ends", "write `\\u003c!` in a string")
        case (.rawEndTag(let matched), _) where matched < name.count && lowercased(byte) == name[matched]:
            state.place = .rawEndTag(matched: matched + 1)
        case (.rawEndTag(name.count), _)
        where isMarkupSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">"):
            state = MarkupState(place: .tagName, element: state.element, isEndTag: true)
            return followTag(byte)
        default: state.place = byte == UInt8(ascii: "<") ? .rawLessThan : .rawText
        }
        return nil
    }

    private static func small(_ byte: UInt8) -> String {
        String(decoding: [lowercased(byte)], as: UTF8.self)
    }
}
