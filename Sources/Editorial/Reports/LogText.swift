import Newsroom

extension DeskClaim {
    /// The journal as lines for a terminal, oldest first.
    /// - Parameter viewer: the profile of the person who looks; hides the rulings of a running review from
    ///   reviewers who have yet to vote.
    package func logLines(for viewer: String?) -> [String] {
        journal.lines.enumerated().flatMap { index, line -> [String] in
            let refusal = history.refusals[index].map { " (without effect: \($0.reason))" } ?? ""
            let moved = line.mended == nil ? "" : " (moved by a merge)"
            let signed = signatureText(index)
            let head = "\(line.time) \(line.author) \(line.event.kind.rawValue)"
            // The note is hidden with the ruling, because it can give the ruling away.
            let note = isHidden(line, from: viewer) ? nil : line.event.note
            return [head + details(line, viewer) + signed + moved + refusal]
                + (note.map { ["    \($0)"] } ?? [])
        }
    }

    private func signatureText(_ index: Int) -> String {
        let signature = signatures.lines[index]
        let text =
            switch signature {
            case .verified: " signed"
            case .none: ""
            case .invalid: " (the signature does not hold)"
            case .unverifiable: " (the signature cannot be verified here)"
            }
        return signatures.counts(index)
            ? text : text + (signature == .none ? " (not signed: counts as no line)" : " (counts as no line)")
    }

    /// Whether a line is a sign-off of a running review whose ruling this viewer may not see yet.
    private func isHidden(_ line: JournalLine, from viewer: String?) -> Bool {
        guard line.event.kind == .signedOff else { return false }
        let isOpen = history.signOffs.contains { $0.reviewer == line.author && $0.time == line.time }
        return isOpen && hidesRuling(ofSignOffBy: line.author, from: viewer)
    }

    private func details(_ line: JournalLine, _ viewer: String?) -> String {
        let digest = line.event.digest.map { " \($0.short)" } ?? ""
        switch line.event {
        case .assigned(let profile, _): return " to \(profile)"
        case .replyAsked(let profile, _), .replyReceived(let profile, _): return " from \(profile)"
        case .signedOff(_, let ruling, _):
            return digest
                + (isHidden(line, from: viewer)
                    ? " (ruling shown when yours is in, or published)" : " \(ruling)")
        case .adopted(let adoption):
            return digest + " \(adoption.ruling), published on \(adoption.published)"
        case .published(_, let ruling), .retracted(_, let ruling, _): return digest + " \(ruling)"
        case .corrected(let correction):
            return digest
                + " \(correction.ruling) \(correction.kind.rawValue), before \(correction.earlier.short)"
        case .submitted, .changesRequested, .commented, .reopened: return digest
        }
    }
}
