/// A remark, on the claim or on a passage of its text.
struct Commented: EventContent {
    static let kind = JournalEvent.Kind.commented
    static let changesClaim = false

    let note: String
    let passage: Passage?

    static func entry(in state: ClaimState) -> EventTable.Entry { .possible }

    static func remedy(for claim: String) -> String {
        "say with `assay comment \(claim) TEXT` what was wrong"
    }

    var members: EventMembers {
        EventMembers(exact: passage?.exact, prefix: passage?.prefix, suffix: passage?.suffix, note: note)
    }

    func details(_ visibility: RulingVisibility) -> String { passage.map { " on “\($0.exact)”" } ?? "" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {}
}

extension Commented {
    init(_ line: inout LineFields) throws(LineProblem) {
        let (prefix, suffix) = (line.optionalText(.prefix), line.optionalText(.suffix))
        guard let exact = line.optionalText(.exact) else {
            guard prefix == nil, suffix == nil else {
                throw LineProblem(message: "words around a passage stand without the passage", offset: 0)
            }
            passage = nil
            note = try line.text(.note)
            return
        }
        let passage = Passage(exact, prefix: prefix, suffix: suffix)
        guard passage.exact == exact, passage.prefix == prefix, passage.suffix == suffix else {
            throw LineProblem(message: "`exact`, `prefix` and `suffix` have single blanks", offset: 0)
        }
        self.passage = passage
        note = try line.text(.note)
    }
}

extension JournalEvent {
    /// A remark.
    /// - Parameter passage: the words that it is about; nil for the claim as such.
    package static func commented(note: String, on passage: Passage? = nil) -> JournalEvent {
        JournalEvent(Commented(note: note, passage: passage))
    }

    /// The passage that a remark is about; nil for other events.
    package var passage: Passage? {
        let members = content.members
        return members.exact.map { Passage($0, prefix: members.prefix, suffix: members.suffix) }
    }
}
