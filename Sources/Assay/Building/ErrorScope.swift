import Captures
import Diagnostics
import Editorial
import Newsroom
import Site

/// The errors that stop a build: errors in published text, and errors that hide whether a text is published.
///
/// An error in a text that nothing published leans on stops nobody else's.
struct ErrorScope: Sendable {
    private let includesDrafts: Bool
    private let today: CalendarDate
    private let newsroom: Newsroom?
    private let restored: Set<String>
    private let desk: Desk?
    private let reach: PublishedReach?

    private init(_ state: EditorialState, _ request: Request) {
        includesDrafts = request.includesDrafts
        today = request.today
        newsroom = state.loaded.newsroom
        restored = state.restored
        desk = state.desk
        reach = state.shown.map { PublishedReach(of: $0, today: request.today, record: state.record) }
    }

    /// Whether one of the findings stops a build.
    static func isStopped(by findings: [Diagnostic], _ state: EditorialState, _ request: Request) -> Bool {
        guard !request.keepsGoing, findings.hasErrors else { return false }
        let scope = ErrorScope(state, request)
        return findings.contains { scope.stops($0) }
    }

    /// Whether an error stops the build.
    private func stops(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity == .error else { return false }
        if diagnostic.span.flatMap({ RecordKey(path: $0.file) })?.kind.visibility == .never { return false }
        guard !includesDrafts, let newsroom, let reach, let path = diagnostic.span?.file else {
            return true
        }
        guard let key = RecordKey(path: path) else { return stopsBesideRecords(path, diagnostic.rule) }
        if diagnostic.rule == .changedAfterPublication {
            return !restored.contains(claim(of: key, newsroom) ?? "")
        }
        if newsroom.unreadable.contains(key) { return stops(unreadable: key, newsroom, reach) }
        guard key.kind.visibility == .whenRated else { return reach.contains(key) }
        // Readers see a restored or retracted claim in the words that were approved, and not in the file's.
        guard let claim = claim(of: key, newsroom), !restored.contains(claim) else { return false }
        if desk?.claims[claim]?.history.standing.retraction != nil { return false }
        return isDue(key, newsroom) || reach.contains(key) || reach.contains(RecordKey(.claim, claim))
    }

    /// Whether a verdict's day has come: readers would see it, or would have, but for its errors.
    private func isDue(_ key: RecordKey, _ newsroom: Newsroom) -> Bool {
        guard key.kind == .verdict, let verdict = newsroom.verdicts[key.id] else { return false }
        return newsroom.isPublished(verdict, on: today)
    }

    private func claim(of key: RecordKey, _ newsroom: Newsroom) -> String? {
        key.kind == .claim ? key.id : newsroom.verdicts[key.id]?.claim.value
    }

    /// What cannot be read might be anything that published records name it as.
    private func stops(unreadable key: RecordKey, _ newsroom: Newsroom, _ reach: PublishedReach) -> Bool {
        switch key.kind.visibility {
        case .always: true
        case .never: false
        case .whenNamed: reach.names(key)
        case .whenRated:
            // Only a journal says that it is no published one; a published claim without a verdict is an error of its own.
            desk == nil
                || (key.kind == .claim && (mayBePublished(journalOf: key.id) || reach.names(key)))
        }
    }

    /// Whether an error in a file that is no record's stops the build: all but those in journals of what was never published.
    private func stopsBesideRecords(_ path: String, _ rule: RuleID) -> Bool {
        // A record that stands on a damaged capture has an error of its own.
        if path == CapturePlace.lock, rule == .captureDamaged { return false }
        guard path.hasPrefix(Journal.folder + "/"), path.hasSuffix(".jsonl"), desk?.files[path] != nil,
            rule != .missingJournal
        else { return true }
        return mayBePublished(journalOf: String(path.dropFirst(Journal.folder.count + 1).dropLast(6)))
    }

    private func mayBePublished(journalOf claim: String) -> Bool {
        guard let file = desk?.files[Journal.path(of: claim)] else { return false }
        // A journal that cannot be read to its end is searched for the words.
        let text = String(decoding: file.bytes, as: UTF8.self)
        return text.isEmpty || text.contains("\"published\"") || text.contains("\"corrected\"")
    }
}
