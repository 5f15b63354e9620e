/// Attribution lines of quotations: `— P4`.
extension DocumentBuilder {
    private static let emDash = Array("\u{2014}".utf8)
    private static let noBreakSpace = Array("\u{A0}".utf8)

    /// Whether a paragraph is the last of a block quote, comes after others, and starts with an em dash and a blank.
    func isLocator(_ paragraph: CmarkNode) -> Bool {
        guard dialect.readsNewsroomSyntax, open.quoteDepth > 0, paragraph.next == nil,
            paragraph.previous != nil,
            paragraph.parent?.kind == .blockQuote, let first = paragraph.firstChild, first.kind == .text
        else { return false }
        return first.withLiteral { Self.locatorStart(in: Array($0)[...]) != nil }
    }

    /// The words after the dash.
    static func locator(in words: ArraySlice<UInt8>) -> String? {
        locatorStart(in: words).map { String(decoding: words[$0...], as: UTF8.self) }
    }

    private static func locatorStart(in words: ArraySlice<UInt8>) -> Int? {
        guard words.starts(with: emDash) else { return nil }
        let rest = words.dropFirst(emDash.count)
        if let first = rest.first, first.isBlank {
            return rest.firstIndex { !$0.isBlank } ?? rest.endIndex
        }
        return rest.starts(with: noBreakSpace) ? rest.startIndex + noBreakSpace.count : nil
    }
}
