import Diagnostics
import Digests
import Files
import Newsroom

/// A rename or a merger with all that goes with it: the record's file, what names it, a claim's verdict, journal and texts.
///
///     let renaming = try await Renaming.rename("old", to: "new", in: .record(.claim), newsroom, desk, tree, pen)
///     try renaming.files.write()
package struct Renaming: Sendable {
    /// The files with all changes; nothing is written yet.
    package private(set) var files: EditedFiles
    /// The number of places that named it.
    package let placeCount: Int
    /// The places that only a person can change.
    package let unclear: [SourceSpan]
    /// The line of the journal; nil if there is none.
    package let line: JournalLine?

    /// Gives something another id.
    /// - Parameters:
    ///   - newsroom: the newsroom as its files are, without what journals say of publication.
    ///   - pen: who signs the line in the journal of a claim; nil if it has no journal.
    package static func rename(
        _ old: String,
        to new: String,
        in space: IDSpace,
        _ newsroom: Newsroom,
        _ tree: FileTree,
        journal: (claim: DeskClaim, pen: DeskPen, note: String?)?
    ) async throws(Refusal) -> Renaming {
        var plan = try Self.plan(of: old, to: new, in: space, newsroom)
        var line: JournalLine?
        if let journal {
            do throws(DeskRefusal) {
                let action = DeskAction.rename(to: new, note: journal.note)
                line = try await journal.pen.line(for: action, on: journal.claim, in: newsroom)
            } catch {
                throw Refusal("\(error)")
            }
            let file = journal.claim.journal.file
            let text = line.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
            plan.add(file.edit(file.bytes.count..<file.bytes.count, text), of: file)
            plan.add(.move(from: Journal.path(of: old), to: Journal.path(of: new)), of: nil)
        }
        if space == .record(.claim) {
            let folder = VersionStore.folder
            for entry in tree.files(below: "\(folder)/\(old)") {
                let name = entry.path.dropFirst("\(folder)/\(old)/".utf8.count)
                plan.add(.move(from: entry.path, to: "\(folder)/\(new)/\(name)"), of: nil)
            }
        }
        return try Renaming(plan, line, tree)
    }

    /// The edits of a rename, without the journal and the stored texts of a claim.
    package static func plan(
        of old: String,
        to new: String,
        in space: IDSpace,
        _ newsroom: Newsroom
    ) throws(Refusal) -> RenamePlan {
        do throws(RenamePlan.Problem) {
            var plan = try RenamePlan(of: old, to: new, in: space, newsroom)
            // A verdict has its claim's id, where nobody chose another one.
            if space == .record(.claim), let claim = newsroom.claims[old],
                let verdict = newsroom.verdict(on: claim),
                verdict.id == old, !newsroom.verdicts.contains(id: new)
            {
                plan.add(try RenamePlan(of: old, to: new, in: .record(.verdict), newsroom))
            }
            return plan
        } catch {
            throw Refusal(error.description)
        }
    }

    /// Puts one record in the place of another.
    package static func merge(
        _ old: String,
        into other: String,
        in space: IDSpace,
        _ newsroom: Newsroom,
        _ tree: FileTree
    ) throws(Refusal) -> Renaming {
        let plan: RenamePlan
        do throws(RenamePlan.Problem) {
            plan = try RenamePlan(merging: old, into: other, in: space, newsroom)
        } catch {
            throw Refusal(error.description)
        }
        return try Renaming(plan, nil, tree)
    }

    private init(_ plan: RenamePlan, _ line: JournalLine?, _ tree: FileTree) throws(Refusal) {
        files = EditedFiles(tree)
        placeCount = plan.placeCount
        unclear = plan.unclear
        self.line = line
        do throws(EditProblem) {
            try files.apply(plan.edits) { plan.sources[$0] }
        } catch {
            throw Refusal("\(error)")
        }
    }
}

extension Renaming {
    /// The claims whose signed texts would be others afterwards, in the order of their ids.
    /// - Parameters:
    ///   - before: the desk as it is.
    ///   - newsroom: the newsroom after the change, from `files.tree`.
    package static func voided(_ before: Desk, _ old: Newsroom, by newsroom: Newsroom) -> [String] {
        before.claims.values.filter { claim in
            guard claim.isSigned, let digest = claim.digest, let form = claim.form(of: digest, in: old) else {
                return false
            }
            let names = newsroom.formerIDs
            let id = names.current(.record(.claim), claim.claim.id)
            guard let now = newsroom.claims[id] else { return true }
            return JudgedText(on: now, in: newsroom, as: form)?.digest != digest
        }
        .map(\.claim.id).sorted()
    }
}

extension DeskClaim {
    /// The form in which the files have a digest.
    fileprivate func form(of digest: Digest, in newsroom: Newsroom) -> JudgedText.Format? {
        text(of: digest, in: newsroom)?.format
    }
}
