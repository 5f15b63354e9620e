import Newsroom

extension DeskClaim {
    /// The journal as lines for a terminal, oldest first.
    /// - Parameters:
    ///   - viewer: the profile of the person who looks; hides the rulings of a running review from
    ///   reviewers who have yet to vote.
    ///   - newsroom: the newsroom, whose time zone the times are in, and in whose texts passages are looked up.
    package func logLines(for viewer: String?, in newsroom: Newsroom? = nil) -> [String] {
        let text = newsroom.flatMap { JudgedText(on: claim, in: $0) }
        let zone = newsroom?.settings.timeZone ?? .utc
        return journal.lines.enumerated().flatMap { index, line -> [String] in
            let refusal = history.refusals[index].map { " (without effect: \($0.reason))" } ?? ""
            let moved = line.mended == nil ? "" : " (moved by a merge)"
            let signed = signatureText(index)
            let isGone = line.event.passage.map { passage in
                text.map { passage.places(in: $0).isEmpty } ?? true
            }
            let place = isGone == true ? " (the text does not have these words any more)" : ""
            let head = "\(line.time.clock(in: zone)) \(line.author) \(line.event.kind.rawValue)"
            let visibility = visibility(of: line, for: viewer)
            // The note is hidden with the ruling, because it can give the ruling away.
            let note = visibility == .shown ? line.event.note : nil
            return [head + line.event.content.details(visibility) + place + signed + moved + refusal]
                + (note.map { ["    \($0)"] } ?? [])
        }
    }

    private func signatureText(_ index: Int) -> String {
        let signature = signatures.lines[index]
        let text =
            switch signature {
            case .verified: " signed"
            case .none: ""
            case .invalid, .strangeKey: " (the signature does not hold)"
            case .unverifiable: " (the signature cannot be verified here)"
            }
        return signatures.counts(index)
            ? text : text + (signature == .none ? " (not signed: counts as no line)" : " (counts as no line)")
    }

    /// Whether this viewer may see the ruling of a line, which a sign-off of a running review may hide.
    private func visibility(of line: JournalLine, for viewer: String?) -> RulingVisibility {
        let line = line.named(names.current)
        guard line.event.kind == .signedOff,
            history.signOffs.contains(where: { $0.reviewer == line.author && $0.time == line.time }),
            hidesRuling(ofSignOffBy: line.author, from: viewer)
        else { return .shown }
        let isAuthor = verdict?.authors.contains { $0.value == viewer } ?? false
        return isAuthor ? .afterVotes : .afterOwnRuling
    }
}
