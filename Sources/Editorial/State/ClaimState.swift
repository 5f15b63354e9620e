import Digests
import Newsroom

/// Where a claim stands on its way to readers.
package enum ClaimState: String, Hashable, Sendable, CaseIterable {
    /// Nobody has it, and nothing is written.
    case unassigned
    /// Someone has it, and nothing is written.
    case assigned
    /// There is a text that nobody was asked to review, or that changed since.
    case draft
    /// The text waits for reviewers.
    case inReview = "in-review"
    /// A reviewer wants the text changed.
    case changesRequested = "changes-requested"
    /// Enough reviewers have signed the text off.
    case approved
    /// Readers see the text.
    case published
    /// What readers see was reopened, or is not what is in the files now.
    case needsAnotherLook = "needs-another-look"
    /// What readers saw was taken back.
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

/// What readers have of a claim, whatever is being done about it.
package enum Standing: Hashable, Sendable {
    /// Nothing yet.
    case unpublished
    /// A verdict.
    case published(Publication)
    /// A page that says that the verdict was taken back.
    case retracted(Retraction)

    /// What readers see; nil when they see no verdict.
    package var publication: Publication? {
        if case .published(let publication) = self { publication } else { nil }
    }

    /// Why the verdict was taken back; nil when it was not.
    package var retraction: Retraction? {
        if case .retracted(let retraction) = self { retraction } else { nil }
    }
}

/// A text as it was put before readers.
package struct Publication: Hashable, Sendable {
    /// The text.
    package let digest: Digest
    /// Its ruling.
    package let ruling: String
    /// When.
    package let time: JournalTime
    /// Who put it there.
    package let author: String
    /// The reviewers who had signed that text off.
    package let signOffs: [SignOff]
    /// What readers were told when it took the place of another one.
    package let correction: Correction?
    /// What readers had before the journal began; nil for what the journal published.
    package internal(set) var adoption: Adoption? = nil

    /// The profiles that readers are told of as its reviewers.
    package var reviewers: [String] {
        adoption.map { $0.reviewers?.split(separator: ",").map { String($0.filter { $0 != " " }) } ?? [] }
            ?? signOffs.map(\.reviewer)
    }

    /// The day from which readers have had it.
    /// - Parameter zone: the newsroom's.
    package func day(in zone: NewsroomTimeZone) -> CalendarDate { adoption?.published ?? time.day(in: zone) }
}

/// A verdict that was taken back.
package struct Retraction: Hashable, Sendable {
    /// What readers saw last.
    package let earlier: Publication
    /// When it was taken back.
    package let time: JournalTime
    /// Who took it back.
    package let author: String
    /// Why.
    package let reason: String
}

/// Why something that readers have is looked at again.
package struct Reopening: Hashable, Sendable {
    /// When that was decided.
    package let time: JournalTime
    /// Who decided it.
    package let author: String
    /// Why.
    package let reason: String
}

/// A text that reviewers were asked to look at.
package struct Submission: Hashable, Sendable {
    /// The text.
    package let digest: Digest
    /// Who asked.
    package let author: String
    /// When.
    package let time: JournalTime
}

/// A reviewer's recorded approval of one text.
package struct SignOff: Hashable, Sendable {
    /// The reviewer's profile.
    package let reviewer: String
    /// The reviewer's name at that time; nil in lines of before 0.2.0.
    package let name: String?
    /// The text.
    package let digest: Digest
    /// The ruling that the reviewer came to.
    package let ruling: String
    /// When.
    package let time: JournalTime
    /// Whether the line's signature was verified.
    package let isSigned: Bool
    /// What the reviewer said with it.
    package let note: String?
}

/// A reviewer's wish to have a text changed.
package struct ChangeRequest: Hashable, Sendable {
    /// The reviewer's profile.
    package let reviewer: String
    /// The text.
    package let digest: Digest
    /// When.
    package let time: JournalTime
    /// What is to be changed.
    package let note: String
}

/// Someone who was asked for a reply.
package struct ReplyRecord: Hashable, Sendable {
    /// Who was asked.
    package let profile: String
    /// When; nil when they wrote without being asked.
    package let asked: JournalTime?
    /// When a reply came.
    package let received: JournalTime?
    /// What was said of it.
    package let note: String?
}
