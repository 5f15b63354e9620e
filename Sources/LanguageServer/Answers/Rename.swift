import Assay
import Diagnostics
import Editorial
import Files
import LanguageProtocol
import Newsroom

/// `textDocument/prepareRename`, `rename` and `workspace/willRenameFiles`, by the same edits as `assay rename`.
enum Rename {
    /// The id that would be renamed.
    static func prepare(_ question: Question) async throws -> JSONValue {
        guard let (thing, newsroom) = try await Definition.thing(of: question),
            newsroom.place(of: thing) != nil
        else {
            throw CallFailure(.failed, "there is no id of a record, topic or ruling here")
        }
        return [
            "range": question.json(thing.range),
            "placeholder": .string(thing.id),
        ]
    }

    /// All edits of the rename.
    static func answer(_ question: Question) async throws -> JSONValue {
        guard let name = question.params["newName"]?.string else {
            throw CallFailure(.invalidParams, "there is no new name")
        }
        let offset = try question.offset()
        let moment = await question.newsroom.moment()
        guard let newsroom = moment.newsroom, let filed = moment.filed,
            let thing = NamedThing.at(offset, in: question.file, newsroom)
        else { throw CallFailure(.failed, "there is no id of a record, topic or ruling here") }
        let plan = try Self.plan(of: thing.id, to: RecordID.normalised(name), thing.space, filed, moment.desk)
        try await requireSameSignedTexts(plan, moment, question.newsroom)
        return try edit(plan.edits, plan, question.places, question.documents, question.client)
    }

    /// The edits that go with files to be renamed, which the client moves itself.
    static func filesWillMove(_ question: WorkspaceQuestion) async throws -> JSONValue {
        for file in question.params["files"]?.elements ?? [] {
            guard let old = file["oldUri"]?.string.flatMap(DocumentAddress.path),
                let new = file["newUri"]?.string.flatMap(DocumentAddress.path),
                let newsroom = question.newsrooms.first(where: { old.hasPrefix($0.path + "/") }),
                let from = RecordKey(path: String(old.dropFirst(newsroom.path.count + 1))),
                let to = RecordKey(path: String(new.dropFirst(newsroom.path.count + 1))),
                new.hasPrefix(newsroom.path + "/"), from.kind == to.kind, from.id != to.id
            else { continue }
            let moment = await newsroom.moment()
            guard let filed = moment.filed else { continue }
            let plan = try Self.plan(of: from.id, to: to.id, .record(from.kind), filed, moment.desk)
            try await requireSameSignedTexts(plan, moment, newsroom)
            let own = Edit.move(
                from: String(old.dropFirst(newsroom.path.count + 1)),
                to: String(new.dropFirst(newsroom.path.count + 1))
            )
            let edits = plan.edits.filter { edit in
                if case .move(own.file, _) = edit { return false }
                return true
            }
            let places = Places(newsroom, question.documents, question.client.encoding)
            return try edit(edits, plan, places, question.documents, question.client)
        }
        return .null
    }

    private static func plan(
        of id: String,
        to new: String,
        _ space: IDSpace,
        _ newsroom: Newsroom,
        _ desk: Desk?
    ) throws -> RenamePlan {
        let plan: RenamePlan
        do throws(Refusal) {
            plan = try Renaming.plan(of: id, to: new, in: space, newsroom)
        } catch {
            throw CallFailure(.failed, "\(error)")
        }
        if space == .record(.claim), let claim = desk?.claims[id], !claim.journal.file.bytes.isEmpty {
            throw CallFailure(
                .failed,
                "the claim has a journal, which gets a line in somebody's name: `assay rename claim \(id) \(new)` writes it"
            )
        }
        return plan
    }

    /// Refuses a rename after which a signed text would say something else.
    private static func requireSameSignedTexts(
        _ plan: RenamePlan,
        _ moment: NewsroomMoment,
        _ served: ServedNewsroom
    ) async throws {
        guard let desk = moment.desk, let newsroom = moment.newsroom else { return }
        let voided: [String]
        do {
            var files = EditedFiles(await served.tree)
            try files.apply(plan.edits) { plan.sources[$0] }
            voided = try await Renaming.voided(
                desk,
                newsroom,
                findings: try await served.settledReport().diagnostics,
                by: files.tree
            )
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw CallFailure(.failed, "nothing was renamed: \(error)")
        }
        guard voided.isEmpty else {
            throw CallFailure(
                .failed,
                "nothing was renamed: the signed \(voided.count == 1 ? "text" : "texts") on \(voided.listed) would say something else"
            )
        }
    }

    private static func edit(
        _ edits: [Edit],
        _ plan: RenamePlan,
        _ places: Places,
        _ documents: OpenDocuments,
        _ client: ClientAbilities
    ) throws(CallFailure) -> JSONValue {
        if let span = plan.unclear.first {
            throw CallFailure(
                .failed,
                "\(span.file):\(span.line): this place names it in another spelling: change it by hand first"
            )
        }
        for (path, file) in plan.sources {
            guard let open = documents.document(path, in: places.newsroom) else { continue }
            guard open.file.bytes == file.bytes else {
                throw CallFailure(.failed, "\(path) cannot be read as it is now: mend its errors first")
            }
        }
        let message = EditMessage(places: places, client: client) { plan.sources[$0] }
        guard let json = message.json(edits) else {
            throw CallFailure(.failed, "this editor moves no files: `assay rename` does it")
        }
        return json
    }
}
