import Diagnostics
import Newsroom

/// The newsroom in its approved words, in newsroom mode. Later changes in the files do not show.
package struct ReadersNewsroom: Sendable {
    /// The records, with approved words in the places of others.
    package let newsroom: Newsroom
    /// The histories of all that is shown.
    package let record: PublicRecord
    /// The claims that are shown in the words of the stored text, because their files have others.
    package let restored: Set<String>

    /// Puts stored texts in the places of files that say something else.
    ///
    /// A published text whose sources or articles changed cannot be shown as it was approved, and is left out. Of one that was
    /// taken back stays what leans on nothing else.
    /// - Parameters:
    ///   - newsroom: the newsroom with what its journals say of publication.
    ///   - record: the histories of all that was ever published.
    init(_ desk: Desk, _ newsroom: Newsroom, _ record: PublicRecord) {
        var records: [any Record] = []
        var publications: [String: VerdictPublication] = [:]
        var restored: Set<String> = []
        var lost: Set<String> = []
        for claim in desk.claims.values where claim.differsFromLastShown && claim.journal.isSound {
            guard let text = record.histories[claim.claim.id]?.lastShown,
                let approved = ApprovedRecords(text, of: claim.claim, claim.verdict, newsroom.formerIDs)
            else {
                lost.insert(claim.claim.id)
                continue
            }
            let isWhole = approved.isWhole(text, in: newsroom)
            if claim.history.standing.retraction != nil {
                records.append(isWhole ? approved.claim : approved.claim.withoutDocuments(text, in: newsroom))
                restored.insert(claim.claim.id)
            } else if isWhole, let verdict = approved.verdict {
                records.append(approved.claim)
                records.append(verdict)
                publications[verdict.id] = claim.publication(
                    of: verdict,
                    newsroom.settings.timeZone,
                    isApproved: true
                )
                restored.insert(claim.claim.id)
            } else {
                lost.insert(claim.claim.id)
            }
        }
        self.restored = restored
        self.record = record.without(lost)
        self.newsroom =
            restored.isEmpty ? newsroom : newsroom.replacing(records, publications: publications)
    }
}

extension ApprovedRecords {
    /// Whether with the documents that they name the records still come to the text that they were read from.
    fileprivate func isWhole(_ text: JudgedText, in newsroom: Newsroom) -> Bool {
        guard let verdict else { return false }
        return JudgedText(on: claim, verdict, in: newsroom, as: text.format).digest == text.digest
    }
}

extension DeskClaim {
    /// Whether the files say something else than what readers were last given.
    fileprivate var differsFromLastShown: Bool {
        history.standing != .unpublished && shownForm == nil
    }
}

extension PublicHistory {
    /// The text that readers saw last, taken back or not; nil when its version is not there.
    fileprivate var lastShown: JudgedText? {
        let publication = standing.publication ?? standing.retraction?.earlier
        return versions.first { $0.digest == publication?.digest }.flatMap { JudgedText(reading: $0.bytes) }
    }
}

extension Desk {
    /// What readers see of a newsroom.
    /// - Parameters:
    ///   - newsroom: what `newsroomForReaders` gave.
    ///   - record: the histories of all that was ever published.
    package func approved(_ newsroom: Newsroom, _ record: PublicRecord) -> ReadersNewsroom {
        ReadersNewsroom(self, newsroom, record)
    }
}
