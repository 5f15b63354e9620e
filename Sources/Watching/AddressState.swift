import WARC

/// The state of an address: a fold over its observations.
package struct AddressState: Hashable, Sendable {
    /// Where an address stands.
    package enum Condition: String, Hashable, Sendable, CaseIterable {
        /// The page is there, with the captured text.
        case ok
        /// The page is at another address.
        case moved
        /// The page has another text.
        case changed
        /// The site keeps programs out.
        case blocked
        /// The last answer was an error of the server, or there was none.
        case failing
        /// The last answer was that there is no such page.
        case missing
        /// Missing or failing on three days, each at least three days after the one before.
        case dead
    }

    /// How many failures make an address dead.
    package static let failuresOfDead = 3
    /// How many days are between two failures that count.
    package static let daysBetweenFailures = 3

    /// The condition.
    package let condition: Condition
    /// When the condition was first seen, without another one since.
    package let since: WARCDate
    /// The last observation.
    package let last: Observation
    /// The days of the failures that count, since the page was last seen.
    package let failures: [WARCDate]
    /// When the change was first seen of which the last observation tells; nil if the page has not changed.
    package let changedSince: WARCDate?

    /// Folds the observations of one address, earliest first; nil if there are none.
    init?(_ observations: [Observation]) {
        guard let last = observations.last else { return nil }
        var failures: [WARCDate] = []
        var condition: Condition?
        var since = last.at
        var change: (at: WARCDate, gone: Set<String>)?
        for observation in observations {
            if observation.outcome.isFailure {
                if failures.last.map({ observation.at.days(since: $0) >= Self.daysBetweenFailures }) ?? true {
                    failures.append(observation.at)
                }
            } else if observation.outcome != .blocked {
                failures = []
            }
            let next = Self.condition(after: observation, failures.count)
            if next != condition { since = observation.at }
            condition = next
            switch observation.outcome {
            case .changed:
                // Each further quotation that goes is a change of its own.
                let gone = Set(observation.drift?.gone ?? [])
                if change.map({ !gone.isSubset(of: $0.gone) }) ?? true { change = (observation.at, gone) }
            case .same, .sameText, .moved, .seen: change = nil
            case .blocked, .failing, .missing, .softMissing: break
            }
        }
        self.condition = condition ?? .ok
        self.since = since
        self.last = last
        self.failures = failures
        changedSince = last.outcome == .changed ? change?.at : nil
    }

    private static func condition(after observation: Observation, _ failures: Int) -> Condition {
        switch observation.outcome {
        case .same, .sameText, .seen: .ok
        case .moved: .moved
        case .changed: .changed
        case .blocked: .blocked
        case _ where failures >= failuresOfDead: .dead
        case .failing: .failing
        case .missing, .softMissing: .missing
        }
    }

    /// Whether someone should look at it who has not yet.
    /// - Parameter reviewed: the day on which the newsroom last looked at the page and left its rulings as they are.
    ///     Such as `2026-11-28`; nil if it never did.
    package func needsAnotherLook(reviewed: String?) -> Bool {
        switch condition {
        case .dead: !Self.isReviewed(reviewed, since: since)
        case .changed: last.isGraveChange && !Self.isReviewed(reviewed, since: changedSince ?? since)
        case .ok, .moved, .blocked, .failing, .missing: false
        }
    }

    private static func isReviewed(_ reviewed: String?, since: WARCDate) -> Bool {
        // ISO 8601 orders days as texts.
        reviewed.map { $0 >= since.day } ?? false
    }
}

extension WARCDate {
    /// How many days lie between the days of two times, in UTC.
    fileprivate func days(since other: WARCDate) -> Int {
        let length = 86_400_000
        func day(_ time: WARCDate) -> Int { Int((Double(time.milliseconds) / Double(length)).rounded(.down)) }
        return day(self) - day(other)
    }
}

extension Observation.Outcome {
    /// Whether the page did not answer.
    package var isFailure: Bool { self == .failing || self == .missing || self == .softMissing }
}

extension Observation {
    /// The share of the captured words below which a change is reported, in thousandths.
    package static let keptWords = 900

    /// Whether a change concerns the newsroom: a cited quotation is gone, or a good part of the captured words.
    package var isGraveChange: Bool {
        guard outcome == .changed else { return false }
        return !(drift?.gone.isEmpty ?? true) || (drift?.containment ?? 1000) < Self.keptWords
    }
}

extension AddressState {
    /// The state in words, such as "dead since 2026-11-28".
    package var words: String {
        let day = since.day
        switch condition {
        case .ok: return "as captured"
        case .moved: return "moved to \(last.final ?? "another address")"
        case .blocked: return "keeps programs out since \(day)"
        case .failing: return "no answer since \(day)"
        case .missing: return "not there since \(day)"
        case .dead: return "dead since \(day)"
        case .changed:
            let day = (changedSince ?? since).day
            let gone = last.drift?.gone.count ?? 0
            if gone > 0 {
                return "changed on \(day), \(gone == 1 ? "a quotation" : "\(gone) quotations") gone"
            }
            return "changed on \(day), no quotation gone"
        }
    }
}
