import Editorial
import Encodings
import Mustache
import Newsroom

/// The page on which a text is published, corrected, retracted or taken up again, with what readers see before and after.
struct ReadersPage {
    let page: ClaimPage
    /// Whether readers have a page of the claim.
    let hasPage: Bool
    /// What a person typed into a form that was refused, by the name of the form.
    var typed: [String: String] = [:]

    private var scene: DeskScene { page.scene }
    private var shown: DeskClaim { page.shown }

    /// The kinds of correction, with what each is for.
    private static let kinds: [(kind: Correction.Kind, meaning: String)] = [
        (.minor, "a slip that misled nobody"),
        (.clarification, "the same finding, said better"),
        (.substantive, "something was wrong"),
        (.update, "more is known than then"),
    ]

    /// The values of the page.
    var record: TemplateRecord {
        let id = PercentEncoding.component(shown.claim.id)
        let publish = isPossible(.published) && shown.history.publications.isEmpty
        let again = isPossible(.corrected) && !shown.history.publications.isEmpty
        let (retract, reopen) = (isPossible(.retracted), isPossible(.reopened))
        return [
            "statement": .text(shown.claim.statement.value),
            "state": .text(shown.state(on: scene.today, in: scene.newsroom.settings.policy.mode).words),
            "claim-address": .text(page.address), "address": .text(page.address + "readers/"),
            "obstacles": DeskScene.lines(obstacles),
            "before": hasPage ? .text("\(scene.base)readers/claims/\(id)/") : .null,
            "after": shown.verdict == nil ? .null : .text("/claims/\(id)/"),
            "changes": hasPage ? page.sheet.map { page.changes($0.sinceReadersSaw) } ?? .null : .null,
            "publish": .bool(publish || again && !needsCorrection),
            "correct": again ? .record(["kinds": kinds]) : .null,
            "retract": .bool(retract), "reopen": .bool(reopen),
            "possible": .bool(publish || again || retract || reopen),
            "typed-correct": .text(typed["correct"] ?? ""), "typed-retract": .text(typed["retract"] ?? ""),
            "typed-reopen": .text(typed["reopen"] ?? ""),
        ]
    }

    private var kinds: TemplateValue {
        .list(
            Self.kinds.map { entry in
                .record([
                    "id": .text(entry.kind.rawValue), "meaning": .text(entry.meaning),
                    "chosen": .bool(typed["kind"] == entry.kind.rawValue),
                ])
            }
        )
    }

    private func isPossible(_ kind: JournalEvent.Kind) -> Bool {
        scene.person != nil && EventTable.refusal(of: kind, in: shown.state, shown.history.standing) == nil
    }

    /// Whether readers have to be told of what changed.
    private var needsCorrection: Bool {
        if shown.history.standing.retraction != nil { return true }
        guard case .found(let differences, _, _) = page.sheet?.sinceReadersSaw else { return false }
        return differences.contains(where: \.needsCorrection)
    }

    private var obstacles: [String] {
        guard shown.state != .published, shown.state != .retracted else { return [] }
        return Policy(scene.newsroom).obstacles(to: shown, at: JournalTime(startOf: scene.today))
            .map { $0.text(naming: scene.name) }
    }
}
