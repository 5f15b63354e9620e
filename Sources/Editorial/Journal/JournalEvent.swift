import Digests
import Newsroom

/// Something that happened to a claim.
package enum JournalEvent: Hashable, Sendable {
    /// Someone is to work on the claim.
    case assigned(to: String, note: String?)
    /// A text is ready for review.
    case submitted(Digest, note: String?)
    /// A reviewer approved a text, with the ruling that they come to themselves.
    case signedOff(Digest, ruling: String, note: String?)
    /// A reviewer wants a text changed.
    case changesRequested(Digest, note: String)
    /// A remark.
    case commented(note: String)
    /// A text that readers had before journals were kept was taken into the journal.
    case adopted(Adoption)
    /// A text became what readers see.
    case published(Digest, ruling: String)
    /// A text took the place of the one that readers saw, and readers were told.
    case corrected(Correction)
    /// What readers saw was taken back.
    case retracted(Digest, ruling: String, note: String)
    /// Something published or retracted is looked at again.
    case reopened(note: String)
    /// Someone was asked for a reply.
    case replyAsked(from: String, note: String?)
    /// A reply came.
    case replyReceived(from: String, note: String?)

    /// The kinds of events, by the words that journals use.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case assigned
        case submitted
        case signedOff = "signed-off"
        case changesRequested = "changes-requested"
        case commented
        case adopted
        case published
        case corrected
        case retracted
        case reopened
        case replyAsked = "reply-asked"
        case replyReceived = "reply-received"

        /// Whether the claim stands elsewhere, or with someone else, afterwards: remarks and replies leave it.
        package var changesClaim: Bool {
            switch self {
            case .commented, .replyAsked, .replyReceived: false
            default: true
            }
        }

        /// Whether it says of a text that readers can have it, or that it is ready for that.
        package var vouchesForText: Bool {
            switch self {
            case .submitted, .signedOff, .published, .corrected: true
            default: false
            }
        }

        /// Whether readers see its text from then on.
        package var putsBeforeReaders: Bool {
            switch self {
            case .adopted, .published, .corrected: true
            default: false
            }
        }

        /// The kind in words: `signed off`.
        package var words: String { rawValue.replacing("-", with: " ") }
    }

    /// What kind of event it is.
    package var kind: Kind {
        switch self {
        case .assigned: .assigned
        case .submitted: .submitted
        case .signedOff: .signedOff
        case .changesRequested: .changesRequested
        case .commented: .commented
        case .adopted: .adopted
        case .published: .published
        case .corrected: .corrected
        case .retracted: .retracted
        case .reopened: .reopened
        case .replyAsked: .replyAsked
        case .replyReceived: .replyReceived
        }
    }

    /// The digest of the text that it is about; nil where it is about the claim as such.
    package var digest: Digest? {
        switch self {
        case .submitted(let digest, _), .signedOff(let digest, _, _), .changesRequested(let digest, _),
            .published(let digest, _), .retracted(let digest, _, _):
            digest
        case .corrected(let correction): correction.digest
        case .adopted(let adoption): adoption.digest
        case .assigned, .commented, .reopened, .replyAsked, .replyReceived: nil
        }
    }

    /// The ruling that it names; nil where it names none.
    package var ruling: String? {
        switch self {
        case .signedOff(_, let ruling, _), .published(_, let ruling), .retracted(_, let ruling, _): ruling
        case .corrected(let correction): correction.ruling
        case .adopted(let adoption): adoption.ruling
        default: nil
        }
    }

    /// To whom the claim was given; nil for other events.
    package var assignee: String? {
        if case .assigned(let profile, _) = self { profile } else { nil }
    }

    /// Who was asked for a reply, or sent one; nil for other events.
    package var replier: String? {
        switch self {
        case .replyAsked(let profile, _), .replyReceived(let profile, _): profile
        default: nil
        }
    }

    /// What was said with it.
    package var note: String? {
        switch self {
        case .assigned(_, let note), .submitted(_, let note), .signedOff(_, _, let note),
            .replyAsked(_, let note), .replyReceived(_, let note):
            note
        case .changesRequested(_, let note), .commented(let note), .retracted(_, _, let note),
            .reopened(let note):
            note
        case .corrected(let correction): correction.note
        case .adopted(let adoption): adoption.note
        case .published: nil
        }
    }
}

/// A change to what was published, as readers are told of it.
package struct Correction: Hashable, Sendable {
    /// How much a correction changes.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A slip that misled nobody: a name misspelt, a wrong page number.
        case minor
        /// The same finding, said so that it is not misunderstood.
        case clarification
        /// Something that readers were told was wrong.
        case substantive
        /// The world has changed since, or more is known.
        case update
    }

    /// How much it changes.
    package let kind: Kind
    /// The text that readers see from now on.
    package let digest: Digest
    /// Its ruling.
    package let ruling: String
    /// The text that it takes the place of.
    package let earlier: Digest
    /// What changed and why, in a sentence for readers.
    package let note: String

    /// Makes a correction.
    package init(kind: Kind, digest: Digest, ruling: String, earlier: Digest, note: String) {
        self.kind = kind
        self.digest = digest
        self.ruling = ruling
        self.earlier = earlier
        self.note = note
    }
}

/// What readers had of a verdict before its journal began: it was published by its day, and nobody signed it off.
package struct Adoption: Hashable, Sendable {
    /// The text.
    package let digest: Digest
    /// Its ruling.
    package let ruling: String
    /// Since when readers have had it.
    package let published: CalendarDate
    /// When it was last changed for them; nil when it never was.
    package let updated: CalendarDate?
    /// The profiles that the verdict named as its reviewers, parted by commas; nil for none.
    package let reviewers: String?
    /// What was said with it.
    package let note: String?

    /// Makes an adoption.
    package init(
        digest: Digest,
        ruling: String,
        published: CalendarDate,
        updated: CalendarDate? = nil,
        reviewers: String? = nil,
        note: String? = nil
    ) {
        self.digest = digest
        self.ruling = ruling
        self.published = published
        self.updated = updated
        self.reviewers = reviewers
        self.note = note
    }
}
