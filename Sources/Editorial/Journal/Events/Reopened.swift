/// Something published or retracted is looked at again.
struct Reopened: EventContent {
    static let kind = JournalEvent.Kind.reopened
    static let concernsReaders = true

    let note: String

    static func entry(in state: ClaimState) -> EventTable.Entry {
        if state == .published || state == .retracted { return .possible }
        return .refused(
            state == .needsAnotherLook
                ? Refusal("it is open for another look already", help: "change the text, then `assay submit`")
                : Refusal("there is nothing to reopen: the claim is \(state.words)")
        )
    }

    static func remedy(for claim: String) -> String {
        "`assay submit \(claim)` has the text reviewed again"
    }

    var members: EventMembers { EventMembers(note: note) }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.startOver()
        history.isReopened = true
        history.reopening = Reopening(time: line.time, author: line.author, reason: note)
    }
}

extension Reopened {
    init(_ line: inout LineFields) throws(LineProblem) { note = try line.text(.note) }
}

extension JournalEvent {
    /// Something published or retracted is looked at again.
    package static func reopened(note: String) -> JournalEvent { JournalEvent(Reopened(note: note)) }
}
