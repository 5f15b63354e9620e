/// The parts of a quote that are the quoted document's own words.
package enum QuotedParts {
    /// The parts of a quote between `[...]`, `…` and `[insertions]`, in order.
    package static func parts(of quote: String) -> [String] {
        var folder = TextFolder()
        let bytes = Array(quote.utf8)
        return QuotePattern(folder.fold(quote), reading: .omissionsAndInsertions).pieces.compactMap { piece in
            guard let first = piece.units.first, let last = piece.units.last else { return nil }
            return String(decoding: bytes[first.start..<last.end], as: UTF8.self)
        }
    }
}
