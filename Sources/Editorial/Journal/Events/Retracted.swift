import Digests

/// What readers saw was taken back.
struct Retracted: EventContent {
    static let kind = JournalEvent.Kind.retracted
    static let concernsReaders = true

    let digest: Digest
    let ruling: String
    let note: String

    static func entry(in state: ClaimState) -> EventTable.Entry { .whenPublished }

    static func remedy(for claim: String) -> String {
        "`assay reopen \(claim) --reason TEXT` takes the claim up again"
    }

    var members: EventMembers { EventMembers(digest: digest, ruling: ruling, note: note) }

    func details(_ visibility: RulingVisibility) -> String { " \(digest.short) \(ruling)" }

    func mismatch(with history: ClaimHistory) -> Refusal? {
        guard digest != history.standing.publication?.digest else { return nil }
        return Refusal("it takes back a text that is not the one that readers see")
    }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        if let publication = history.standing.publication {
            history.standing = .retracted(
                Retraction(earlier: publication, time: line.time, author: line.author, reason: note)
            )
        }
        history.startOver()
    }
}

extension Retracted {
    init(_ line: inout LineFields) throws(LineProblem) {
        digest = try line.digest(.digest)
        ruling = try line.text(.ruling)
        note = try line.text(.note)
    }
}

extension JournalEvent {
    /// What readers saw was taken back.
    package static func retracted(_ digest: Digest, ruling: String, note: String) -> JournalEvent {
        JournalEvent(Retracted(digest: digest, ruling: ruling, note: note))
    }
}
