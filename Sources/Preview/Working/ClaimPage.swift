import Diagnostics
import Editorial
import Encodings
import Mustache
import Newsroom

/// The page on which a claim is worked on and judged.
struct ClaimPage {
    let scene: DeskScene
    let shown: DeskClaim
    let sheet: ReviewSheet?
    /// What has to be judged, as `assay review` shows it.
    let matter: ReviewMatter
    /// What a person typed into a form that was refused, by the name of the form.
    var typed: [String: String] = [:]

    var newsroom: Newsroom { scene.newsroom }
    var claim: Claim { shown.claim }

    /// The values of the page.
    var record: TemplateRecord {
        let state = shown.state(on: scene.today, in: newsroom.settings.policy.mode)
        return head(state).merging(matters).merging(talk(state)).merging(["steps": .record(steps(state))])
    }

    /// What stands at the top of the page, and the addresses of what it is made of.
    private func head(_ state: ClaimState) -> TemplateRecord {
        let verdict = shown.verdict
        let ruling = verdict.map { newsroom.ruling(of: $0)?.label ?? $0.ruling.value }
        let isOverdue = verdict?.reviewBy.map { $0.value < scene.today } ?? false
        let id = PercentEncoding.component(claim.id)
        return [
            "id": .text(claim.id), "statement": .text(claim.statement.value),
            "title": Self.text(verdict?.title.value), "summary": Self.text(verdict?.summary.value),
            "ruling": Self.text(ruling), "authors": names(verdict?.authors.map(\.value) ?? []),
            "claimants": names(claim.claimants.map(\.value)),
            "assignee": Self.text(shown.history.assignee.map(scene.name)),
            "state": .text(state.words), "overdue": .bool(isOverdue),
            "address": .text(address), "edit-claim": .text(edit(claim.file.path)),
            "edit-verdict": Self.text(verdict.map { edit($0.file.path) }),
            "new-verdict": .text("\(scene.base)new/verdict/?claim=\(id)"),
            "page": .text("/claims/\(id)/"),
        ]
    }

    /// What has to be judged.
    private var matters: TemplateRecord {
        [
            "appearances": Self.list(matter.appearances.map(appearance)),
            "evidence": Self.list(matter.evidence.map(evidence)),
            "parts": Self.list(matter.parts.map(part)),
            "replies": Self.list(matter.replies.map(reply)),
            "note": submissionNote,
            "changes": sheet.map { changes($0.sinceYouLooked) } ?? .null,
            "findings": FindingList(scene.findings(in: files), in: scene).record,
        ]
    }

    /// What was said and done.
    private func talk(_ state: ClaimState) -> TemplateRecord {
        [
            "remarks": Self.list(matter.remarks.map(remark)),
            "wanted": Self.list(wanted), "signed": Self.list(signed),
            "obstacles": DeskScene.lines(obstacles(state)), "history": Self.list(history),
        ]
    }

    /// A text for a template; null for none.
    static func text(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .null }

    /// The address of this page.
    var address: String { "\(scene.base)claims/\(PercentEncoding.component(claim.id))/" }

    /// The address at which a file is edited.
    func edit(_ path: String) -> String { "\(scene.base)edit/?path=\(PercentEncoding.component(path))" }

    /// The files with what has to be judged.
    private var files: Set<String> {
        var files: Set = [claim.file.path, Journal.path(of: claim.id)]
        if let verdict = shown.verdict {
            files.insert(verdict.file.path)
            for piece in verdict.evidence {
                if let record = newsroom.record(RecordKey(piece.reference)) { files.insert(record.file.path) }
            }
        }
        for appearance in claim.appearances {
            if let article = newsroom.articles[appearance.article.value] { files.insert(article.file.path) }
        }
        return files
    }

    static func list(_ entries: [TemplateRecord]) -> TemplateValue {
        entries.isEmpty ? .null : .record(["entries": .list(entries.map { .record($0) })])
    }

    private func names(_ profiles: [String]) -> TemplateValue {
        profiles.isEmpty ? .null : .text(profiles.map(scene.name).joined(separator: ", "))
    }

    private func obstacles(_ state: ClaimState) -> [String] {
        guard ![.unassigned, .assigned, .published, .retracted].contains(state),
            newsroom.settings.policy.mode == .newsroom
        else { return [] }
        return Policy(newsroom).obstacles(to: shown, at: JournalTime(startOf: scene.today)).map {
            $0.text(naming: scene.name)
        }
    }

    private func appearance(_ appearance: ReviewMatter.Occurrence) -> TemplateRecord {
        [
            "quote": appearance.quote.map(TemplateValue.text) ?? .null, "article": .text(appearance.title),
            "edit": appearance.file.map { .text(edit($0)) } ?? .null,
            "kind": .text(appearance.act.replacing("-", with: " ")),
            "by": appearance.speaker.map(TemplateValue.text) ?? .null,
            "place": appearance.place.isEmpty ? .null : .text(appearance.place.joined(separator: ", ")),
            "held": .text(appearance.holding.words ?? "no copy of it is held"),
        ]
    }

    private func part(_ part: (part: String, ruling: String, note: String?)) -> TemplateRecord {
        [
            "part": .text(part.part),
            "ruling": .text(newsroom.settings.scale.ruling(part.ruling)?.label ?? part.ruling),
            "note": part.note.map(TemplateValue.text) ?? .null,
        ]
    }

    private func reply(_ reply: ReviewMatter.Answer) -> TemplateRecord {
        let asked = reply.asked.map { "asked \($0)" }
        let answered = reply.answered.map { "answered \($0)" } ?? "no answer yet"
        return [
            "who": .text(reply.name),
            "when": .text([asked, answered].compactMap(\.self).joined(separator: ", ")),
            "note": reply.note.map(TemplateValue.text) ?? .null,
        ]
    }

    /// What the author said with the text that is under review.
    private var submissionNote: TemplateValue {
        guard let note = matter.authorsNote, let submission = shown.history.submission else { return .null }
        return .record(["text": .text(note), "who": .text(scene.name(submission.author))])
    }

    private func remark(_ remark: ReviewMatter.Remark) -> TemplateRecord {
        [
            "text": .text(remark.note), "who": .text(scene.name(current(remark.author))),
            "when": .text(remark.time.clock(in: newsroom.settings.timeZone)),
            "passage": remark.passage.map { .text($0.exact) } ?? .null,
            "gone": .bool(remark.passage != nil && remark.places.isEmpty),
        ]
    }

    private var wanted: [TemplateRecord] {
        shown.history.changeRequests.map { said($0.note, by: $0.reviewer, at: $0.time) }
    }

    /// The sign-offs; the ruling of another reviewer only when this person's own is in.
    private var signed: [TemplateRecord] {
        shown.history.signOffs.map { signOff in
            let isHidden = shown.hidesRuling(ofSignOffBy: signOff.reviewer, from: scene.person)
            let ruling = newsroom.settings.scale.ruling(signOff.ruling)?.label ?? signOff.ruling
            return [
                "who": .text(scene.name(signOff.reviewer)), "when": .text("\(day(signOff.time))"),
                "ruling": isHidden ? .null : .text(ruling),
                "note": isHidden ? .null : signOff.note.map(TemplateValue.text) ?? .null,
                "earlier": .bool(signOff.digest != shown.digest),
            ]
        }
    }

    private func said(_ text: String, by person: String, at time: JournalTime) -> TemplateRecord {
        ["text": .text(text), "who": .text(scene.name(person)), "when": .text("\(day(time))")]
    }

    func day(_ time: JournalTime) -> CalendarDate { time.day(in: newsroom.settings.timeZone) }

    func current(_ profile: String) -> String { newsroom.formerIDs.current(.record(.profile), profile) }

    private var history: [TemplateRecord] {
        var entries: [(head: String, note: [String])] = []
        for line in shown.logLines(for: scene.person, in: newsroom) {
            if line.hasPrefix("    "), !entries.isEmpty {
                entries[entries.count - 1].note.append(String(line.dropFirst(4)))
            } else {
                entries.append((line, []))
            }
        }
        return entries.reversed().map { ["head": .text($0.head), "note": DeskScene.lines($0.note)] }
    }
}
