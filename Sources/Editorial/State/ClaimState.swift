import Digests
import Newsroom

/// A claim's state on its way to readers.
package enum ClaimState: String, Hashable, Sendable, CaseIterable {
    /// Unassigned, without a verdict.
    case unassigned
    /// Assigned, without a verdict.
    case assigned
    /// With a verdict that was never submitted, or changed since.
    case draft
    /// Submitted, and not approved yet.
    case inReview = "in-review"
    /// Submitted, with an open request for changes.
    case changesRequested = "changes-requested"
    /// Submitted, with all the sign-offs that the policy asks for.
    case approved
    /// Published: readers see the text in the files.
    case published
    /// Published or retracted once, but reopened, or changed in the files since.
    case needsAnotherLook = "needs-another-look"
    /// Retracted: readers see a tombstone.
    case retracted

    /// The state in words.
    package var words: String {
        switch self {
        case .inReview: "in review"
        case .changesRequested: "changes requested"
        case .needsAnotherLook: "needs another look"
        default: rawValue
        }
    }
}

/// The page that readers have for a claim, whatever the desk does meanwhile.
package enum Standing: Hashable, Sendable {
    /// No page.
    case unpublished
    /// A page with a verdict.
    case published(Publication)
    /// A tombstone: a page that says that the verdict was retracted.
    case retracted(Retraction)

    /// The publication that readers see; nil if they see no verdict.
    package var publication: Publication? {
        if case .published(let publication) = self { publication } else { nil }
    }

    /// The retraction that readers see; nil if they see none.
    package var retraction: Retraction? {
        if case .retracted(let retraction) = self { retraction } else { nil }
    }
}

/// One publication of a text.
package struct Publication: Hashable, Sendable {
    /// The digest of the text.
    package let digest: Digest
    /// The ruling.
    package let ruling: String
    /// The time of the event.
    package let time: JournalTime
    /// The profile id of the person who published it.
    package let author: String
    /// The sign-offs of this text in its round of review.
    package let signOffs: [SignOff]
    /// The correction notice; nil for a publication that is no correction.
    package let correction: Correction?
    /// The publication before the journal began; nil for what the journal published itself.
    package internal(set) var adoption: Adoption? = nil

    /// The profile ids of the reviewers whom readers see.
    package var reviewers: [String] {
        adoption.map { $0.reviewers?.split(separator: ",").map { String($0.filter { $0 != " " }) } ?? [] }
            ?? signOffs.map(\.reviewer)
    }

    /// The day from which readers have had the text.
    /// - Parameter zone: the newsroom's time zone.
    package func day(in zone: NewsroomTimeZone) -> CalendarDate { adoption?.published ?? time.day(in: zone) }
}

/// One retraction of a verdict.
package struct Retraction: Hashable, Sendable {
    /// The retracted publication.
    package let earlier: Publication
    /// The time of the retraction.
    package let time: JournalTime
    /// The profile id of the person who retracted it.
    package let author: String
    /// The reason that readers are given.
    package let reason: String
}

/// One reopening of a published or retracted claim.
package struct Reopening: Hashable, Sendable {
    /// The time of the reopening.
    package let time: JournalTime
    /// The profile id of the person who reopened it.
    package let author: String
    /// The reason.
    package let reason: String
}

/// One submission of a text for review.
package struct Submission: Hashable, Sendable {
    /// The digest of the text.
    package let digest: Digest
    /// The profile id of the person who submitted it.
    package let author: String
    /// The time of the event.
    package let time: JournalTime
}

/// A reviewer's approval of one text.
package struct SignOff: Hashable, Sendable {
    /// The reviewer's profile id.
    package let reviewer: String
    /// The reviewer's name at that time; nil in lines that were written before version 0.2.0.
    package let name: String?
    /// The digest of the text.
    package let digest: Digest
    /// The reviewer's own ruling.
    package let ruling: String
    /// The time of the event.
    package let time: JournalTime
    /// Whether the line's signature is valid.
    package let isSigned: Bool
    /// The reviewer's note.
    package let note: String?
}

/// A request to a reviewer to review a text.
package struct ReviewRequest: Hashable, Sendable {
    /// The profile id of the reviewer.
    package let reviewer: String
    /// The profile id of the person who asked.
    package let by: String
    /// The time of the request.
    package let time: JournalTime
    /// What was said with it.
    package let note: String?
}

/// A reviewer's request for changes to a text.
package struct ChangeRequest: Hashable, Sendable {
    /// The reviewer's profile id.
    package let reviewer: String
    /// The digest of the text.
    package let digest: Digest
    /// The time of the event.
    package let time: JournalTime
    /// The changes that the reviewer wants.
    package let note: String
}

/// A request for a reply, or a reply, or both.
package struct ReplyRecord: Hashable, Sendable {
    /// The profile id of the person or organisation that was asked.
    package let profile: String
    /// The time of the request; nil if the reply came unasked.
    package let asked: JournalTime?
    /// The time of the reply; nil while there is none.
    package let received: JournalTime?
    /// The note on the last of these events.
    package let note: String?
}
