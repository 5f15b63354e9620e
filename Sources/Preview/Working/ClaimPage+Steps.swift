import Editorial
import Mustache
import Newsroom

extension ClaimPage {
    /// What the person at the desk can do now.
    func steps(_ state: ClaimState) -> TemplateRecord {
        func isPossible(_ kind: JournalEvent.Kind) -> Bool {
            scene.person != nil
                && EventTable.refusal(of: kind, in: shown.state, shown.history.standing) == nil
        }
        let canSubmit =
            shown.verdict != nil && isPossible(.submitted) && shown.history.submission?.digest != shown.digest
        return [
            "any": .bool(scene.person != nil),
            "submit": .bool(canSubmit && state != .published),
            "approve": approval(isPossible(.signedOff)),
            "unsuitable": unsuitability(isPossible(.signedOff)),
            "ask": isPossible(.asked) && shown.verdict != nil ? reviewers : .null,
            "typed-passage": .text(typed["passage"] ?? ""),
            "assign": isPossible(.assigned) ? people(typed["assign"]) : .null,
            "reply": isPossible(.replyAsked) ? repliers : .null,
            "readers": readersStep,
            "undo": undo,
            "typed-submit": .text(typed["submit"] ?? ""), "typed-approve": .text(typed["approve"] ?? ""),
            "typed-request": .text(typed["request-changes"] ?? ""),
            "typed-comment": .text(typed["comment"] ?? ""),
            "typed-reply": .text(typed["asked"] ?? typed["received"] ?? ""),
        ]
    }

    /// The rulings that a reviewer can come to. None is chosen: it is the reviewer's own.
    private func approval(_ isPossible: Bool) -> TemplateValue {
        guard isPossible, let person = scene.person, let verdict = shown.verdict,
            Policy(newsroom).unsuitability(of: person, for: verdict) == nil
        else { return .null }
        let rulings = newsroom.settings.scale.all.map { ruling in
            TemplateValue.record([
                "id": .text(ruling.id), "label": .text(ruling.label), "meaning": .text(ruling.meaning),
                "chosen": .bool(typed["ruling"] == ruling.id),
            ])
        }
        let isSigned =
            shown.digest.map { digest in
                shown.history.signOffs(of: digest).contains { $0.reviewer == person }
            } ?? false
        return .record(["rulings": .list(rulings), "signed": .bool(isSigned)])
    }

    private func unsuitability(_ isPossible: Bool) -> TemplateValue {
        guard isPossible, let person = scene.person, let verdict = shown.verdict,
            let why = Policy(newsroom).unsuitability(of: person, for: verdict)
        else { return .null }
        return .text("\(scene.name(person)) \(why)")
    }

    /// The people who work here, with a conflict of interest beside the name of whoever has one.
    private func people(_ chosen: String?) -> TemplateValue {
        let policy = Policy(newsroom)
        return options(scene.staff.filter { $0.profileKind == .person }, chosen) { profile in
            policy.conflict(of: profile.id, on: claim).map { " — \($0)" } ?? ""
        }
    }

    /// The people who may review the verdict.
    private var reviewers: TemplateValue {
        guard let verdict = shown.verdict else { return .null }
        let policy = Policy(newsroom)
        let able = scene.staff.filter {
            $0.profileKind == .person && policy.unsuitability(of: $0.id, for: verdict) == nil
        }
        return able.isEmpty ? .null : options(able, typed["ask"]) { _ in "" }
    }

    private func options(
        _ profiles: [Profile],
        _ chosen: String?,
        _ words: (Profile) -> String
    ) -> TemplateValue {
        .record([
            "people": .list(
                profiles.map { profile in
                    .record([
                        "id": .text(profile.id), "name": .text(profile.name.value + words(profile)),
                        "chosen": .bool(chosen == profile.id),
                    ])
                }
            )
        ])
    }

    private var repliers: TemplateValue {
        let claimants = claim.claimants.map(\.value)
        let others = shown.history.replies.map(\.profile).filter { !claimants.contains($0) }
        let profiles = (claimants + others).filter { newsroom.profiles.contains(id: $0) }
        return profiles.isEmpty
            ? .null
            : .record([
                "people": .list(
                    profiles.map { .record(["id": .text($0), "name": .text(scene.name($0))]) }
                )
            ])
    }

    /// The link to the page on what readers see, in words that say what can be done there.
    private var readersStep: TemplateValue {
        let history = shown.history
        let words: String
        if history.standing.retraction != nil {
            words = "Take it up again"
        } else if history.standing.publication != nil {
            words = shown.shownForm == nil ? "Correct what readers see" : "Retract or take up again"
        } else {
            words = shown.state == .approved ? "Publish it" : "What it takes to publish"
        }
        return .record(["address": .text(address + "readers/"), "words": .text(words)])
    }

    /// The last line of the journal, if it is this person's.
    private var undo: TemplateValue {
        guard let line = shown.journal.lines.last, current(line.author) == scene.person,
            line.event.kind != .renamed
        else { return .null }
        return .text("\(line.event.kind.words) of \(day(line.time))")
    }
}
