import Captures
import Fetching
import Watching

/// What a look at one address came to.
package struct Sighting: Sendable {
    /// The address, with what is held of it.
    package let subject: WatchSubject
    /// What was seen, or why nothing could be.
    package let result: Result<Observation, WatchFailure>

    /// Makes a sighting.
    package init(subject: WatchSubject, result: Result<Observation, WatchFailure>) {
        self.subject = subject
        self.result = result
    }

    /// What was seen; nil if nothing could be.
    package var observation: Observation? { try? result.get() }

    /// Why nothing could be seen, in words; nil for a run that was interrupted.
    package var failure: String? {
        guard case .failure(let failure) = result else { return nil }
        switch failure {
        case .address(let reason): return "`\(subject.url.prefix(200))` is not asked: \(reason)"
        case .cancelled: return nil
        }
    }
}

/// What a run of looks came to, on top of the log before it.
package struct Sightings: Sendable {
    /// The looks, in the order of the records.
    package let all: [Sighting]
    /// The state of each address after them.
    package let states: [CapturedRecord: AddressState]
    private let before: [CapturedRecord: AddressState]

    /// Adds looks to a log.
    package init(_ all: [Sighting], after log: WatchLog) {
        self.all = all
        before = log.states
        states = WatchLog(log.observations + all.compactMap(\.observation)).states
    }

    /// What was seen.
    package var observations: [Observation] { all.compactMap(\.observation) }

    /// How many addresses were looked at.
    package var count: Int { observations.count }

    /// Whether no host could be reached: then it is this computer that is alone.
    package var isOffline: Bool {
        let seen = observations
        let hosts = Set(seen.compactMap { (try? FetchAddress($0.url))?.host })
        return hosts.count >= 2 && seen.allSatisfy { $0.outcome == .failing && $0.status == nil }
    }

    /// Whether a cited quotation is gone, or an address is newly dead.
    package var isAlarming: Bool {
        observations.contains { $0.outcome == .changed && $0.drift?.gone.isEmpty == false }
            || all.contains { sighting in
                let record = sighting.subject.record
                return sighting.observation != nil && states[record]?.condition == .dead
                    && before[record]?.condition != .dead
            }
    }

    /// The run in one line: "looked at 12 pages: 9 as captured, 2 changed, 1 dead".
    package var summary: String {
        let conditions = all.compactMap { $0.observation == nil ? nil : states[$0.subject.record]?.condition }
        let parts = AddressState.Condition.allCases.compactMap { condition -> String? in
            let count = conditions.count { $0 == condition }
            return count == 0 ? nil : "\(count) \(condition.phrase)"
        }
        let pages = count == 1 ? "1 page" : "\(count) pages"
        return parts.isEmpty ? "looked at \(pages)" : "looked at \(pages): \(parts.joined(separator: ", "))"
    }
}

extension AddressState.Condition {
    /// The condition behind a number.
    package var phrase: String {
        switch self {
        case .ok: "as captured"
        case .moved: "moved"
        case .changed: "changed"
        case .blocked: "closed to programs"
        case .failing: "without an answer"
        case .missing: "not there"
        case .dead: "dead"
        }
    }
}
