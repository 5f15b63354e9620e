import Diagnostics
import Newsroom

extension JournalLine {
    /// The line with other ids for people and rulings, for reading alone: its digest is not that of the written line.
    /// - Parameter name: the id to take for one.
    func named(_ name: (IDSpace, String) -> String) -> JournalLine {
        let members = event.content.members
        let isRenaming = event.kind == .renamed
        func person(_ id: String) -> String { name(.record(.profile), id) }
        let reviewers = members.reviewers.map { list in
            list.split(separator: ",").map { person($0.drop { $0 == " " }.description) }.joined(
                separator: ", "
            )
        }
        let to = isRenaming ? members.to : members.to.map(person)
        let from = isRenaming ? members.from : members.from.map(person)
        let ruling = members.ruling.map { name(.ruling, $0) }
        let author = person(author)
        guard
            author != self.author || to != members.to || from != members.from || ruling != members.ruling
                || reviewers != members.reviewers
        else { return self }
        var changed = members
        changed.to = to
        changed.from = from
        changed.ruling = ruling
        changed.reviewers = reviewers
        return JournalLine(
            previous: previous,
            mended: mended,
            claim: claim,
            time: time,
            author: author,
            name: self.name,
            event: event.replacing(changed),
            signature: signature
        )
    }
}

extension JournalEvent {
    /// An event of the same kind with other members; the same event if they do not fit.
    fileprivate func replacing(_ members: EventMembers) -> JournalEvent {
        var fields = LineFields(members.values)
        guard let content = try? kind.content.init(&fields) else { return self }
        return JournalEvent(content)
    }

    /// The event as it is written: with the first ids of people and rulings.
    func withIdentities(_ names: FormerIDs) -> JournalEvent {
        guard !names.isEmpty, kind != .renamed else { return self }
        var members = content.members
        func person(_ id: String) -> String { names.identity(.record(.profile), id) }
        members.to = members.to.map(person)
        members.from = members.from.map(person)
        members.ruling = members.ruling.map { names.identity(.ruling, $0) }
        members.reviewers = members.reviewers.map { list in
            list.split(separator: ",").map { person($0.drop { $0 == " " }.description) }.joined(
                separator: ", "
            )
        }
        return members == content.members ? self : replacing(members)
    }
}
