import Assay
import Diagnostics
import Editorial
import Encodings
import Files
import Mustache
import Newsroom

extension WritingDesk {
    /// The page of a claim.
    func claimPage(
        _ id: String,
        in scene: DeskScene,
        typed: [String: String] = [:],
        status: HTTPStatus = .ok
    ) async -> HTTPResponse {
        guard let shown = scene.claim(id) else { return noClaim(id, in: scene) }
        var page = claimPage(of: shown, in: scene)
        page.typed = typed
        let title = shown.verdict?.title.value ?? shown.claim.statement.value
        return scene.page("desk-claim", title: title, status: status, page.record)
    }

    /// The page on what readers see of a claim, before and after a step.
    func readersPage(
        _ id: String,
        in scene: DeskScene,
        typed: [String: String] = [:],
        status: HTTPStatus = .ok
    ) async -> HTTPResponse {
        guard let shown = scene.claim(id) else { return noClaim(id, in: scene) }
        var page = ReadersPage(
            page: claimPage(of: shown, in: scene),
            hasPage: await live.session.readersSite()?.hasPage(at: "claims/\(shown.claim.id)/index.html")
                ?? false
        )
        page.typed = typed
        return scene.page("desk-readers", title: "What readers see", status: status, page.record)
    }

    private func claimPage(of shown: DeskClaim, in scene: DeskScene) -> ClaimPage {
        ClaimPage(
            scene: scene,
            shown: shown,
            sheet: sheet(of: shown, in: scene),
            matter: ReviewMatter(shown, in: scene.newsroom)
        )
    }

    private func sheet(of shown: DeskClaim, in scene: DeskScene) -> ReviewSheet? {
        guard shown.verdict != nil, let person = scene.person else { return nil }
        return ReviewSheet(shown, for: person, in: scene.newsroom, VersionStore(folder))
    }

    private func noClaim(_ id: String, in scene: DeskScene) -> HTTPResponse {
        let help = Suggestion.help(for: id, among: scene.newsroom.ids(of: .claim))
        let words = "There is no claim `\(id)`\(help.map { "; " + $0 } ?? "")."
        return scene.page("desk-lost", title: "No such claim", status: .notFound, ["what": .text(words)])
    }

    /// Performs the step that a form asks for.
    func step(_ form: SentForm, on id: String, in scene: DeskScene) async -> HTTPResponse {
        guard scene.claim(id) != nil else { return noClaim(id, in: scene) }
        let asked = form["do"]
        do throws(DeskStop) {
            let room: DeskRoom
            let author: String
            do throws(Refusal) {
                room = try await DeskRoom.open(folder, clock: clock, claim: id)
                author = try await room.person(name)
                if asked == "undo" {
                    let undone = try await room.undo(on: id, by: author)
                    await written(undone.line, of: undone.claim)
                    return await next(address(of: id), saying: [undone.sentence])
                }
            } catch {
                throw .refused(error)
            }
            let action: DeskAction
            do throws(Refusal) { action = try StepForm(form, in: room).action } catch {
                throw .refused(error)
            }
            let step = try await room.perform(action, on: id, by: author, key: key)
            await written(step.line, of: step.claim.claim.id)
            var lines = [step.sentence]
            switch step.commit {
            case nil, .made(nil): break
            case .made(let commit?): lines.append("Committed as \(commit).")
            case .refused(let refusal):
                lines.append("The step is done, and git has not committed it: \(refusal)")
            }
            if let note = room.simpleModeNote { lines.append(note) }
            return await next(address(of: id), saying: lines)
        } catch {
            return await refused(error, form, on: id, in: scene)
        }
    }

    /// The page of a claim again, with the reason why a step was not done, and what was typed.
    private func refused(_ stop: DeskStop, _ form: SentForm, on id: String, in scene: DeskScene) async
        -> HTTPResponse
    {
        var lines = "\(stop)".split(separator: "\n").map(String.init)
        if case .errors(_, _, let report) = stop {
            lines += report.diagnostics.prefix(10).map { finding in
                (finding.span.map { "\($0.file):\($0.line): " } ?? "") + finding.message
            }
        }
        var typed = [form["do"]: form["note"]]
        if form.has("ruling") { typed["ruling"] = form["ruling"] }
        if form.has("kind") { typed["kind"] = form["kind"] }
        if ["assign", "ask"].contains(form["do"]) { typed[form["do"]] = form["who"] }
        if form.has("passage") { typed["passage"] = form["passage"] }
        let refusing = scene.refusing(lines)
        return StepForm.isForReaders(form["do"])
            ? await readersPage(id, in: refusing, typed: typed, status: .unprocessableContent)
            : await claimPage(id, in: refusing, typed: typed, status: .unprocessableContent)
    }

    /// Takes in what a step wrote, so that the next page has it.
    private func written(_ line: JournalLine, of claim: String) async {
        var files: Set<FileChange> = [.file(Journal.path(of: claim))]
        if let digest = line.event.digest { files.insert(.file(VersionStore.path(of: claim, digest))) }
        await live.take(files)
    }

    private func address(of claim: String) -> String { "claims/\(PercentEncoding.component(claim))/" }
}

/// A form that asks for a step on a claim.
struct StepForm {
    /// The step.
    let action: DeskAction

    /// The names of the steps on the page of what readers see.
    static func isForReaders(_ name: String) -> Bool {
        ["publish", "correct", "retract", "reopen"].contains(name)
    }

    /// Reads a form.
    /// - Throws: what is missing in it.
    init(_ form: SentForm, in room: DeskRoom) throws(Refusal) {
        switch form["do"] {
        case "submit": action = .submit(note: try Self.note(form))
        case "approve":
            guard let ruling = form.text("ruling") else {
                throw Refusal("your ruling is missing", help: "choose the one that you come to yourself")
            }
            action = .approve(ruling: ruling, note: try Self.note(form))
        case "request-changes":
            action = .requestChanges(note: try Self.needed(form, "what has to be changed"))
        case "comment":
            action = .comment(
                note: try Self.needed(form, "the remark"),
                on: form.text("passage").map { Passage($0) }
            )
        case "ask": action = .ask(try Self.who(form, room), note: try Self.note(form))
        case "assign": action = .assign(to: try Self.who(form, room), note: try Self.note(form))
        case "asked": action = .askReply(of: try Self.who(form, room), note: try Self.note(form))
        case "received": action = .receiveReply(from: try Self.who(form, room), note: try Self.note(form))
        case "publish": action = .publish
        case "correct":
            guard let kind = Correction.Kind(rawValue: form["kind"]) else {
                throw Refusal("the kind of correction is missing", help: "choose one of the four")
            }
            action = .correct(kind, note: try Self.needed(form, "the sentence for readers"))
        case "retract": action = .retract(reason: try Self.needed(form, "the reason for readers"))
        case "reopen": action = .reopen(reason: try Self.needed(form, "the reason"))
        default: throw Refusal("the form does not say what is to be done", help: "open the page again")
        }
    }

    private static func note(_ form: SentForm) throws(Refusal) -> String? {
        guard let text = form.text("note"), !NoteText.isBlank(text) else { return nil }
        if let problem = NoteText.problem(text) { throw Refusal("the note \(problem)") }
        return text
    }

    private static func needed(_ form: SentForm, _ name: String) throws(Refusal) -> String {
        guard let text = try note(form) else {
            throw Refusal(
                "\(name) is blank",
                help: "say it in words, because it stays in the journal as it is"
            )
        }
        return text
    }

    private static func who(_ form: SentForm, _ room: DeskRoom) throws(Refusal) -> String {
        guard let who = form.text("who") else { throw Refusal("nobody is chosen", help: "choose somebody") }
        return try room.profile(who)
    }
}
