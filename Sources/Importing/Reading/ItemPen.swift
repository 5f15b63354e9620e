import Captures
import Diagnostics

/// The writer of one item's fields, which notes what it had to leave out or mend.
struct ItemPen {
    /// The number of the item in the file.
    let number: Int
    /// The order of day and month in dates of numbers.
    var order: LooseDate.Order?
    /// The findings so far.
    var findings: ImportFindings

    /// Takes the findings so far over, so that adding one does not copy all; the caller takes them back afterwards.
    init(number: Int, order: LooseDate.Order? = nil, taking findings: inout ImportFindings) {
        self.number = number
        self.order = order
        self.findings = findings
        findings = ImportFindings()
    }

    /// Notes something about a field.
    mutating func note(_ kind: ImportFinding.Kind, _ field: String, _ value: String? = nil) {
        findings.add(kind, item: number, field: field, value)
    }

    /// A text of one line without markup; nil for a blank one.
    mutating func line(_ text: String?, _ field: String, limit: Int = ImportLimits.line) -> String? {
        guard let text else { return nil }
        var clean = text
        let holdsMarkup = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        if holdsMarkup, clean.utf8.count <= 200_000 {
            let plain = LooseText.withoutMarkup(clean)
            if plain != VisibleText.folded(clean) { note(.markup, field, text) }
            clean = plain
        }
        if HiddenCharacter.first(in: clean) != nil {
            note(.hiddenCharacter, field, HiddenCharacter.replaced(in: clean))
            clean = LooseText.visible(clean)
        }
        let folded = LooseText.folded(clean)
        if !holdsMarkup, folded.utf8.count != clean.utf8.count { note(.blanks, field, text) }
        guard !folded.isEmpty else { return nil }
        guard folded.utf8.count > limit, folded.count > limit else { return folded }
        note(.tooLong, field, folded)
        return folded.prefix(limit - 1) + "…"
    }

    /// A date in the form 2018-07-16; nil for one that cannot be read.
    mutating func date(_ text: String?, _ field: String) -> String? {
        guard let text = text.map(LooseText.folded), !text.isEmpty else { return nil }
        switch LooseDate.read(text, order: order) {
        case .date(let date, let isOdd):
            if isOdd { note(.oddDate, field, text) }
            return date
        case .ambiguous: note(.ambiguousDate, field, text)
        case .unreadable: note(.unreadableDate, field, text)
        }
        return nil
    }

    /// The addresses in a text.
    mutating func addresses(_ text: String?, _ field: String) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        let (addresses, hasRest) = LooseAddress.read(text)
        if addresses.count > 1 { note(.severalAddresses, field, text) }
        if hasRest || (addresses.isEmpty && text.contains { !$0.isWhitespace }) {
            note(.badAddress, field, text)
        }
        for address in addresses where LooseAddress.isShortened(address) {
            note(.shortLink, field, address)
        }
        return addresses
    }

    /// A language code; nil for what is none.
    mutating func language(_ text: String?, _ field: String) -> String? {
        guard let text = text.map(LooseText.folded), !text.isEmpty else { return nil }
        let code = text.replacing("_", with: "-")
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        let isCode =
            (2...3).contains(parts[0].utf8.count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        if isCode { return code }
        note(.unknownLanguage, field, text)
        return nil
    }

    /// A ruling in words, without a word such as "Rating:" before it.
    mutating func rating(_ text: String?, _ field: String) -> String? {
        guard let line = line(text, field) else { return nil }
        guard let stop = line.firstIndex(where: { $0 == ":" }) else { return line }
        let lead = line[..<stop].lowercased()
        guard Self.leads.contains(lead.trimmingBlanks) else { return line }
        let rest = line[line.index(after: stop)...].drop { $0 == " " }
        guard !rest.isEmpty else { return line }
        note(.labelPrefix, field, line)
        return String(rest)
    }

    private static let leads: Set<String> = [
        "rating", "our rating", "verdict", "our verdict", "ruling", "our ruling", "conclusion", "result",
        "fact check", "fact-check", "label", "status", "bewertung", "urteil", "fazit", "verdicto",
        "veredicto", "conclusión", "resultado", "conclusão",
    ]

    /// The number of a ruling with the ends of its scale; nil where they do not fit together.
    mutating func number(_ value: String?, worst: String?, best: String?, _ field: String) -> String? {
        guard let value = value.map(LooseText.folded), !value.isEmpty else { return nil }
        let written = "\(value) of \(worst ?? "?") to \(best ?? "?")"
        guard let number = Double(value) else {
            note(.badScale, field, written)
            return nil
        }
        let ends = [worst, best].compactMap(\.self).map(LooseText.folded).filter { !$0.isEmpty }
        if number <= 0, ends.allSatisfy({ Double($0).map { $0 <= 0 } ?? false }) {
            note(.placeholderScale, field, written)
            return nil
        }
        guard ends.count == 2, let low = Double(ends[0]), let high = Double(ends[1]), low < high else {
            note(.badScale, field, written)
            return nil
        }
        guard (low...high).contains(number) else {
            note(.outsideScale, field, written)
            return nil
        }
        return "\(value) of \(ends[0]) to \(ends[1])"
    }

    /// Whether a claim begins with a ruling: "FALSE: …".
    static func beginsWithRuling(_ words: String) -> Bool {
        guard let stop = words.firstIndex(of: ":") else { return false }
        let lead = words[..<stop].lowercased()
        return [
            "false", "true", "misleading", "fake", "fact check", "fact-check", "faktencheck", "falso", "faux",
            "hoax", "partly false", "mostly false", "half true", "fake news", "verdict",
        ].contains(lead)
    }
}

/// Texts without markup and stray blanks.
enum LooseText {
    /// A text with single blanks for white space, and none around it.
    static func folded(_ text: String) -> String {
        let bytes = text.utf8
        var wasBlank = true
        var isClean = true
        for byte in bytes {
            let isBlank = byte == 0x20
            if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte > 0xDF || (isBlank && wasBlank) {
                isClean = false
                break
            }
            wasBlank = isBlank
        }
        return isClean && !wasBlank ? text : VisibleText.folded(text)
    }

    /// A text without hidden characters.
    static func visible(_ text: String) -> String {
        guard HiddenCharacter.first(in: text) != nil else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !HiddenCharacter.contains($0) }))
    }

    /// The words of a piece of HTML.
    static func withoutMarkup(_ text: String) -> String {
        VisibleText(html: Array(text.utf8), contentType: "text/html; charset=utf-8").blocks
            .joined(separator: " ")
    }
}

extension String {
    fileprivate var trimmingBlanks: String { split(separator: " ").joined(separator: " ") }
}
