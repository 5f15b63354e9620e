import Newsroom

/// The reason why no draft of a record could be made.
package enum DraftProblem: Error, Hashable, Sendable {
    /// The text is no id: what is wrong with it, and the id that was probably meant.
    case invalidID(String, problem: String, suggestion: String)
    /// The record exists already, in the file at `path`.
    case taken(RecordKey, path: String)
    /// `--from` does not work for this kind.
    case noOrigin(RecordKind)
    /// No record of the kinds that `--from` allows has this id; a near id is suggested.
    case unknownOrigin(String, kinds: [RecordKind], suggestion: String?)
    /// The record's file is there and cannot be read: why, if that is known.
    case unreadableOrigin(RecordKey, reason: String?)
    /// The id belongs to a record of another kind.
    case wrongOrigin(RecordKey, wanted: [RecordKind], for: RecordKind)
    /// Records of several kinds have this id.
    case ambiguousOrigin(String, kinds: [RecordKind])
    /// The claim has a verdict already.
    case claimHasVerdict(claim: String, verdict: String, path: String)
    /// There is no such profile; a near id is suggested.
    case unknownAuthor(String, suggestion: String?)
    /// An author was named for a kind of record without authors.
    case noAuthor(RecordKind)
}

extension DraftProblem: CustomStringConvertible {
    /// The problem and its remedy, in one line without a full stop.
    package var description: String {
        switch self {
        case .invalidID(let typed, let problem, let suggestion):
            "`\(typed)` is no id: \(problem); "
                + (suggestion.isEmpty
                    ? "write lower-case letters, digits and hyphens" : "did you mean `\(suggestion)`?")
        case .taken(let key, let path):
            "there is \(key.kind.withArticle) `\(key.id)` already, in \(path); nothing was written"
        case .noOrigin(let kind):
            "\(kind.withArticle) is not made from another record; leave out `--from`"
        case .unknownOrigin(let typed, let kinds, let suggestion):
            "there is no \(Self.either(kinds)) `\(typed)`; "
                + (suggestion.map { "did you mean `\($0)`?" }
                    ?? "`--from` takes the id of \(kinds.map(\.withArticle).joined(separator: " or "))")
        case .unreadableOrigin(let key, let reason):
            "the file of the \(key.kind.rawValue) `\(key.id)` cannot be read yet: "
                + (reason ?? "`assay check` says why")
        case .wrongOrigin(let key, let wanted, let kind):
            "`\(key.id)` is \(key.kind.withArticle); \(kind.withArticle) is made from "
                + wanted.map(\.withArticle).joined(separator: " or ")
        case .ambiguousOrigin(let id, let kinds):
            "`\(id)` is the id of several records; write "
                + kinds.map { "`--from \($0.rawValue):\(id)`" }.joined(separator: " or ")
        case .claimHasVerdict(let claim, let verdict, let path):
            "the claim `\(claim)` has a verdict already, `\(verdict)` in \(path); a claim has one verdict"
        case .unknownAuthor(let typed, let suggestion):
            "there is no profile `\(typed)`; "
                + (suggestion.map { "did you mean `\($0)`?" } ?? "write it first: assay new profile \(typed)")
        case .noAuthor(let kind):
            "\(kind.withArticle) does not name who wrote it; leave out `--as`"
        }
    }

    private static func either(_ kinds: [RecordKind]) -> String {
        let words = kinds.map(\.rawValue)
        return words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}

extension RecordKind {
    /// "a claim", "an article".
    fileprivate var withArticle: String { "\(article) \(rawValue)" }
}
