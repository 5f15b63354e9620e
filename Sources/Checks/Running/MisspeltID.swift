import Diagnostics
import Newsroom

extension SourceFile {
    /// The fix of an id that no record has; nil if no known id is near.
    ///
    /// It is safe only if the known id is the same but for case, accents' encoding, blanks and underscores. A near id may be that of
    /// another record: `register-2018` and `register-2019` are one letter apart.
    func fix(misspelt id: String, in range: Range<Int>, among known: [String]) -> Fix? {
        let plain = RecordID.suggestion(for: id)
        if known.contains(plain) { return fix(id: id, in: range, with: plain, .safe) }
        guard let near = Suggestion.nearest(to: id, among: known) else { return nil }
        return fix(id: id, in: range, with: near, .unsafe)
    }
}
