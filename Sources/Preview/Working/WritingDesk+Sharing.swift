import Assay
import Editorial
import Files
import Mustache
import Newsroom

extension WritingDesk {
    /// What others do not have yet; null outside of a repository.
    func sharing(in scene: DeskScene) async -> TemplateValue {
        let sharing = Sharing(of: folder.root, names: scene.newsroom.formerIDs, mayAsk: false)
        let unshared: Sharing.Unshared
        do throws(Refusal) { unshared = try await sharing.unshared() } catch { return .null }
        let records = await changedRecords(in: scene)
        let waiting =
            unshared.waiting == 0
            ? nil
            : "\(unshared.waiting) \(unshared.waiting == 1 ? "step" : "steps") of others can be taken in."
        let isSet = unshared.upstream != nil
        return .record([
            "sentence": .text(
                unshared.sentence
                    ?? (records.isEmpty
                        ? "Others have every step that was done here"
                        : "Others have every step, but not what changed in records")
            ),
            "note": isSet
                ? waiting.map(TemplateValue.text) ?? .null
                : .text("Nobody has this newsroom but you, until it is shared for the first time."),
            "steps": DeskScene.lines(unshared.steps.suffix(30).map(\.words)),
            "records": DeskScene.lines(records.prefix(60).map(\.self)),
            "can-share": .bool(scene.person != nil),
        ])
    }

    /// The files of records that are in no commit as they are.
    private func changedRecords(in scene: DeskScene) async -> [String] {
        let kinds = RecordKind.allCases.flatMap { kind in
            scene.newsroom.ids(of: kind).compactMap { id in
                scene.newsroom.record(RecordKey(kind, id))?.file.path
            }
        }
        return await StepCommit(in: folder.root, mayAsk: false)
            .uncommitted(among: kinds + [SiteSettings.path])
    }

    /// Takes in what others did, and gives them what was done here. Git asks for no password: it would ask at a terminal.
    func share(_ form: SentForm, in scene: DeskScene) async -> HTTPResponse {
        guard scene.person != nil else { return await workPage(in: scene.refusing(["Nothing was shared."])) }
        let answer: (lines: [String], isDone: Bool)
        do throws(Refusal) {
            if form["records"] == "yes" {
                let records = await changedRecords(in: scene)
                if let refusal = await commit(records, as: "records changed", in: scene) { throw refusal }
            }
            let room = try await DeskRoom.open(folder, clock: clock)
            answer = (try await room.share(mayAsk: false).lines, true)
        } catch {
            answer = (["Not shared: \(error)"], false)
        }
        await live.take(Set(NewsroomSession.watchedFolders.map { .folder($0) }))
        if answer.isDone { return await next("", saying: answer.lines) }
        return await workPage(in: (await self.scene() ?? scene).refusing(answer.lines))
    }

    /// Commits files in the name of the person at the desk.
    /// - Returns: why git made no commit; nil if it did, or there was nothing to commit.
    func commit(_ files: [String], as what: String, in scene: DeskScene) async -> Refusal? {
        let person = scene.person ?? "somebody"
        let message = "\(what) by \(person)\n\n" + files.sorted().map { "- \($0)" }.joined(separator: "\n")
        do throws(Refusal) {
            try await StepCommit(in: folder.root, mayAsk: false).commit(files, saying: message)
            return nil
        } catch {
            return error
        }
    }

    /// The lines for people after files were written: with the policy's `commit: yes` they are committed, too.
    func afterwards(_ files: [String], _ what: String, in scene: DeskScene) async -> [String] {
        guard scene.newsroom.settings.policy.commits else { return [] }
        let refusal = await commit(files, as: what, in: scene)
        return refusal.map { ["It is saved, and git has not committed it: \($0)"] } ?? []
    }
}
