import Watching

/// A look at an address in words.
package struct SightingReport: Sendable {
    /// The lines: what became of the page, and how one sees it.
    package let lines: [String]
    /// Whether someone should look at the page.
    package let needsAnotherLook: Bool
}

extension Sighting {
    /// The most sentences that are shown of each side.
    private static let shownSentences = 12
    private static let shownLength = 300

    /// The report on a look.
    /// - Parameter state: the state of the address after it.
    package func report(_ state: AddressState?) -> SightingReport {
        guard let observation, let state else { return SightingReport(lines: [], needsAnotherLook: false) }
        var lines = ["\(subject.record): \(headline(observation, state))"]
        if let drift = observation.drift { lines += Self.lines(drift).map { "  " + $0 } }
        if let title = observation.title { lines.append("  its title is now “\(title.shortened(160))”") }
        lines += hints(observation, state).map { "  " + $0 }
        return SightingReport(lines: lines, needsAnotherLook: state.needsAnotherLook(reviewed: nil))
    }

    private func headline(_ observation: Observation, _ state: AddressState) -> String {
        let reason = observation.reason.map { " (\($0))" } ?? ""
        switch observation.outcome {
        case .same: return "as captured, byte for byte"
        case .sameText: return "as captured, in other bytes"
        case .seen: return "there (\(observation.status ?? 0)), and not captured yet"
        case .moved: return "moved for good to \(observation.final ?? "another address"), with the same text"
        case .changed: return "changed" + (observation.final.map { ", at \($0)" } ?? "")
        case .blocked: return "closed to programs\(reason)"
        case .softMissing:
            return "gone, though it answers \(observation.status ?? 200): \(signs(observation))"
        case .failing, .missing:
            if state.condition == .dead {
                return "dead\(reason), after \(state.failures.count) failures on three days"
            }
            let count = state.failures.count
            let left = "failure \(count) of \(AddressState.failuresOfDead) that make it dead"
            return (observation.outcome == .missing ? "not there" : "no answer") + reason + "; \(left)"
        }
    }

    private func signs(_ observation: Observation) -> String {
        observation.signs.map { sign in
            switch sign {
            case .redirect: "it leads to \(observation.final ?? "another page")"
            case .sibling: "a wrong address beside it answers the same"
            case .words: "hardly any of the captured words are there"
            }
        }.joined(separator: ", ")
    }

    private static func lines(_ drift: Drift) -> [String] {
        var lines = drift.gone.map { "gone: “\($0.shortened(shownLength))”" }
        if drift.gone.isEmpty { lines.append("all cited quotations stand") }
        if let share = drift.containment {
            lines.append("\(share / 10).\(share % 10) % of the captured words are left")
        }
        for (mark, sentences) in [("-", drift.removed), ("+", drift.added)] {
            lines += sentences.prefix(shownSentences).map { "\(mark) \($0.shortened(shownLength))" }
            let rest = sentences.count - shownSentences
            if rest > 0 { lines.append("\(mark) … and \(rest) more") }
        }
        return lines
    }

    private func hints(_ observation: Observation, _ state: AddressState) -> [String] {
        let record = subject.record
        switch observation.outcome {
        case .changed where observation.isGraveChange:
            return [
                "look at the rulings that lean on it, and capture the page as it is now: `assay capture \(record)`; "
                    + "if they stand as they are, write `reviewed: \(observation.at.day)` into its file"
            ]
        case .changed where observation.drift == nil:
            return ["the captured file is not here or holds no text, so the words could not be compared"]
        case .moved: return ["write the new address into `url`, and the old one into `also-at`"]
        case .seen: return ["`assay capture \(record)` keeps it"]
        case .softMissing, .missing, .failing:
            return state.condition == .dead
                ? ["look for a copy: `assay mementos \(record)`; then write `status: dead`"] : []
        default: return []
        }
    }
}

extension String {
    /// The text, cut with `…` after a number of characters.
    fileprivate func shortened(_ limit: Int) -> String { count > limit ? prefix(limit - 1) + "…" : self }
}
