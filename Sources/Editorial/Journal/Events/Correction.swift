import Digests

/// A change to what was published, as readers are told of it.
package struct Correction: Hashable, Sendable {
    /// How much a correction changes.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A slip that misled nobody: a name misspelt, a wrong page number.
        case minor
        /// The same finding, said so that it is not misunderstood.
        case clarification
        /// Something that readers were told was wrong.
        case substantive
        /// The world has changed since, or more is known.
        case update
    }

    /// How much it changes.
    package let kind: Kind
    /// The text that readers see from now on.
    package let digest: Digest
    /// Its ruling.
    package let ruling: String
    /// The text that it takes the place of.
    package let earlier: Digest
    /// What changed and why, in a sentence for readers.
    package let note: String

    /// Makes a correction.
    package init(kind: Kind, digest: Digest, ruling: String, earlier: Digest, note: String) {
        self.kind = kind
        self.digest = digest
        self.ruling = ruling
        self.earlier = earlier
        self.note = note
    }
}

extension Correction: EventContent {
    static let kind = JournalEvent.Kind.corrected
    static let vouchesForText = true
    static let putsBeforeReaders = true
    static let concernsReaders = true

    static func entry(in state: ClaimState) -> EventTable.Entry {
        let entry = Published.entry(in: state)
        return entry == .possible ? .whenPublishedBefore : entry
    }

    static func remedy(for claim: String) -> String { Published.remedy(for: claim) }

    init(_ line: inout LineFields) throws(LineProblem) {
        kind = try line.value(.correction, "a kind of correction", Kind.init(rawValue:))
        digest = try line.digest(.digest)
        ruling = try line.text(.ruling)
        earlier = try line.digest(.earlier)
        note = try line.text(.note)
    }

    var members: EventMembers {
        EventMembers(correction: kind, digest: digest, ruling: ruling, earlier: earlier, note: note)
    }

    func details(_ visibility: RulingVisibility) -> String {
        " \(digest.short) \(ruling) \(kind.rawValue), before \(earlier.short)"
    }

    func mismatch(with history: ClaimHistory) -> Refusal? {
        guard earlier != history.publications.last?.digest else { return nil }
        return Refusal("it corrects a text that is not the one published last")
    }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.publish(digest, ruling, line, correction: self)
    }
}

extension JournalEvent {
    /// A text took the place of the one that readers saw, and readers were told.
    package static func corrected(_ correction: Correction) -> JournalEvent { JournalEvent(correction) }
}
