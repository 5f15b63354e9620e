import Files
import Newsroom

/// A writer of events into journals, for one person at one time.
///
///     let pen = DeskPen(tree, author: "mira", time: now, key: key)
///     let line = try await pen.write(.submit(note: nil), on: claim, in: newsroom)
package struct DeskPen: Sendable {
    /// The newsroom's folder.
    let tree: FileTree
    /// The profile id of the author.
    let author: String
    /// The time of the events.
    let time: JournalTime
    /// The key to sign with; nil to write unsigned lines.
    let key: SigningKey?
    /// Whether `ssh-keygen` may ask for a passphrase at the terminal.
    let mayAsk: Bool

    /// Makes a pen for a newsroom's folder.
    package init(
        _ tree: FileTree,
        author: String,
        time: JournalTime,
        key: SigningKey?,
        mayAsk: Bool = false
    ) {
        self.mayAsk = mayAsk
        self.tree = tree
        self.author = author
        self.time = time
        self.key = key
    }

    /// Carries out an action: checks that it is possible, keeps its text, and appends a line to the journal.
    @discardableResult
    package func write(
        _ action: DeskAction,
        on claim: DeskClaim,
        in newsroom: Newsroom
    ) async throws(DeskRefusal) -> JournalLine {
        let line = try await line(for: action, on: claim, in: newsroom)
        try write(line, to: claim, in: newsroom)
        return line
    }

    /// The line of an action, signed and read back, and not written yet.
    package func line(
        for action: DeskAction,
        on claim: DeskClaim,
        in newsroom: Newsroom
    ) async throws(DeskRefusal) -> JournalLine {
        if let problem = claim.journal.diagnostics.first {
            let place = problem.span.map { "\($0.file):\($0.line): " } ?? ""
            throw .refused(Refusal("\(place)\(problem.message)", help: problem.help))
        }
        let event = try claim.event(
            for: try action.withNotes(),
            by: author,
            in: newsroom,
            earlier: try earlierText(of: claim),
            at: time
        )
        var line = JournalLine(
            previous: claim.journal.head,
            // Journals go by first ids, so that no line is wrong after a rename.
            claim: claim.journal.identity,
            time: try time(after: claim.journal.latestTime),
            author: newsroom.formerIDs.identity(.record(.profile), author),
            // Sign-offs keep the reviewer's name, because readers see it.
            name: event.kind == .signedOff ? newsroom.profiles[author]?.name.value : nil,
            event: event.withIdentities(newsroom.formerIDs)
        )
        if let key {
            line = try await signed(line, with: key, newsroom)
        } else if newsroom.settings.policy.signatures == .required {
            throw .refused(
                Refusal(
                    "the newsroom's policy wants `\(event.kind.rawValue)` to be signed",
                    help: "name your SSH key with `--key`, or in git's `user.signingKey`"
                )
            )
        }
        try Self.verify(line, in: claim.journal)
        return line
    }

    /// The time of the new line: never before the journal's last, though desks' clocks differ a little.
    private func time(after latest: JournalTime?) throws(DeskRefusal) -> JournalTime {
        guard let latest, time < latest else { return time }
        guard latest.secondsSinceEpoch - time.secondsSinceEpoch > Journal.clockTolerance else {
            return latest
        }
        throw .refused(
            Refusal(
                "the journal's latest line is of \(latest), and by the clock here it is \(time)",
                help:
                    "set the clock right; if that line is the one with the wrong time, SOURCE_DATE_EPOCH=\(latest.secondsSinceEpoch) gives this one the same"
            )
        )
    }

    /// Reads a line back before it is written, because a broken line would close the journal for ever.
    static func verify(_ line: JournalLine, in journal: Journal) throws(DeskRefusal) {
        // The reserve keeps room for a retraction in a full journal.
        let reserve = [.retracted, .reopened, .corrected].contains(line.event.kind) ? 0 : Journal.sizeReserve
        let size = journal.file.bytes.count + line.bytes.count
        guard size <= Journal.sizeLimit - reserve else {
            throw .refused(
                Refusal(
                    "the journal would have \(size) bytes with this line, and the limit is \(Journal.sizeLimit - reserve)",
                    help: "say less with it"
                )
            )
        }
        let after = journal.appending(line)
        guard after.isSound, after.lines.count == journal.lines.count + 1,
            after.lines.last?.bytes == line.bytes
        else {
            let reason = after.diagnostics.first?.message ?? "it is read as something else"
            throw .refused(Refusal("the line could not be read again, and is not written: \(reason)"))
        }
    }

    /// Signs a line, and verifies the signature: a key that nobody knows proves nothing.
    private func signed(
        _ line: JournalLine,
        with key: SigningKey,
        _ newsroom: Newsroom
    ) async throws(DeskRefusal) -> JournalLine {
        let signature: String
        do throws(Refusal) { signature = try await key.sign(line.signedBytes, mayAsk: mayAsk) } catch {
            throw .refused(error)
        }
        let file = try? tree.contents(of: AllowedSigners.path, limit: AllowedSigners.sizeLimit)
        let signers = AllowedSigners(file ?? [], in: newsroom)
        let signed = line.signed(signature)
        switch await SignatureVerifier.verify(signed, signers) {
        case .verified: return signed
        case .none: throw .refused(Refusal("nothing was signed with the key `\(key.path)`"))
        case .unverifiable(let reason):
            throw .refused(
                Refusal("the signature cannot be verified here, so nothing was written: \(reason)")
            )
        case .invalid(let reason), .strangeKey(let reason):
            throw .refused(strangeKey(key, reason, isKnown: signers.profiles.contains(line.author)))
        }
    }

    /// The refusal for a key that is not this author's in the list of keys.
    private func strangeKey(_ key: SigningKey, _ reason: String, isKnown: Bool) -> Refusal {
        isKnown
            ? Refusal(
                "others could not verify this: \(reason) (`\(key.path)`)",
                help:
                    "sign with a key that \(AllowedSigners.path) lists for `\(author)`; if you are someone else, say who with `--as`"
            )
            : Refusal(
                "others could not verify this: \(AllowedSigners.path) lists no key of `\(author)`",
                help:
                    "whoever keeps that file adds the key, once they know whose it is; `assay help verify` has the form of a line"
            )
    }

    private func earlierText(of claim: DeskClaim) throws(DeskRefusal) -> JudgedText? {
        guard let publication = claim.history.publications.last else { return nil }
        do throws(VersionProblem) {
            return try VersionStore(tree).text(of: claim.claim.id, publication.digest)
        } catch {
            throw .refused(Refusal("\(error)", help: "restore it from git"))
        }
    }

    /// Appends a line that `line(for:on:in:)` made, and keeps its text.
    package func write(
        _ line: JournalLine,
        to claim: DeskClaim,
        in newsroom: Newsroom
    ) throws(DeskRefusal) {
        let path = Journal.path(of: claim.claim.id)
        let store = VersionStore(tree)
        var kept: String?
        do throws(FileProblem) { try tree.verify(folder: Journal.folder) } catch {
            throw .refused(Refusal("neither the text nor the line can be kept: \(error)"))
        }
        do throws(AppendOnlyFile.Problem) {
            try AppendOnlyFile.append(
                line.bytes,
                to: tree.root + "/" + path,
                after: claim.journal.file.bytes
            ) { () throws(FileProblem) in
                // The text reaches the disk before the line that names it.
                guard let digest = line.event.digest, let text = claim.text(of: digest, in: newsroom) else {
                    return
                }
                kept = try store.keep(text, of: claim.claim.id)
            }
        } catch {
            if let kept, !error.isUnconfirmed { store.remove(kept) }
            throw .refused(error.refusal(path))
        }
    }
}

extension AppendOnlyFile.Problem {
    fileprivate var isUnconfirmed: Bool { if case .unconfirmed = self { true } else { false } }

    /// The refusal for a line that was not appended, or whose place on the disk is unconfirmed.
    fileprivate func refusal(_ path: String) -> Refusal {
        switch self {
        case .changed:
            Refusal("`\(path)` was changed by someone else meanwhile", help: "give the command again")
        case .file(let problem):
            Refusal("`\(path)` cannot be written, and nothing was: \(problem)")
        case .unconfirmed(let problem):
            Refusal(
                "the line stands in `\(path)` and counts, but the disk did not confirm it: \(problem)",
                help: "look after the disk, then see with `assay log` whether the line is still there"
            )
        }
    }
}
