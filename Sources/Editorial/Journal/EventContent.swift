import Digests
import Newsroom

/// An event of one kind: its members in a line, when it is possible, and what it does to a claim.
///
/// A new kind is a type in `Journal/Events`, and a case of `JournalEvent.Kind` with its line in `content`. What holds for all
/// kinds, such as that a retracted claim can only be reopened, is in `EventTable`.
protocol EventContent: Sendable {
    /// The kind that the type describes.
    static var kind: JournalEvent.Kind { get }

    /// Whether the claim stands elsewhere, or with someone else, afterwards; true by default.
    static var changesClaim: Bool { get }
    /// Whether it says of a text that readers can have it, or that it is ready for that; false by default.
    static var vouchesForText: Bool { get }
    /// Whether readers see its text from then on; false by default.
    static var putsBeforeReaders: Bool { get }
    /// Whether readers are told of it; false by default.
    static var concernsReaders: Bool { get }

    /// Whether it is possible in a state. `EventTable` has what is the same for all kinds.
    static func entry(in state: ClaimState) -> EventTable.Entry

    /// What can be written instead, when a line cannot be taken back any more.
    static func remedy(for claim: String) -> String

    /// Reads the event's members of a line.
    init(_ line: inout LineFields) throws(LineProblem)

    /// The event's members in a line.
    var members: EventMembers { get }

    /// The words of `assay log` after the kind, each after a blank; the text's digest by default.
    /// - Parameter visibility: whether whoever reads the log may see a ruling of a running review.
    func details(_ visibility: RulingVisibility) -> String

    /// Why it does not fit what it says that it is about; nil by default.
    func mismatch(with history: ClaimHistory) -> Refusal?

    /// Changes the history of the claim.
    /// - Parameter isSigned: whether the line's signature was verified.
    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool)
}

extension EventContent {
    static var changesClaim: Bool { true }
    static var vouchesForText: Bool { false }
    static var putsBeforeReaders: Bool { false }
    static var concernsReaders: Bool { false }

    func details(_ visibility: RulingVisibility) -> String { members.digest.map { " \($0.short)" } ?? "" }

    func mismatch(with history: ClaimHistory) -> Refusal? { nil }
}

/// Whether someone who reads the log may see a reviewer's ruling, and otherwise when they will.
enum RulingVisibility: Sendable {
    /// They may.
    case shown
    /// They come to a ruling of their own first.
    case afterOwnRuling
    /// They have no vote, and see it when the votes are in.
    case afterVotes
}

/// The members of a line that depend on its event; each kind has some of them.
struct EventMembers: Hashable, Sendable {
    var to: String?
    var from: String?
    var correction: Correction.Kind?
    var digest: Digest?
    var ruling: String?
    var earlier: Digest?
    var published: CalendarDate?
    var updated: CalendarDate?
    var reviewers: String?
    var exact: String?
    var prefix: String?
    var suffix: String?
    var note: String?
}
