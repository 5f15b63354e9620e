import Digests
import Newsroom

/// Something that happened to a claim.
///
///     let event = JournalEvent.signedOff(text.digest, ruling: "true", note: nil)
///     event.kind.words  // signed off
package struct JournalEvent: Sendable {
    /// The event of one kind, such as `SignedOff`.
    let content: any EventContent

    init(_ content: any EventContent) { self.content = content }

    /// The kinds of events, by the words that journals use. Each is described by a type in `Journal/Events`.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case assigned
        case asked
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
        case renamed

        /// The type that describes the kind.
        var content: any EventContent.Type {
            switch self {
            case .assigned: Assigned.self
            case .asked: Asked.self
            case .submitted: Submitted.self
            case .signedOff: SignedOff.self
            case .changesRequested: ChangesRequested.self
            case .commented: Commented.self
            case .adopted: Adoption.self
            case .published: Published.self
            case .corrected: Correction.self
            case .retracted: Retracted.self
            case .reopened: Reopened.self
            case .replyAsked: ReplyAsked.self
            case .replyReceived: ReplyReceived.self
            case .renamed: Renamed.self
            }
        }
    }

    /// What kind of event it is.
    package var kind: Kind { type(of: content).kind }

    /// The digest of the text that it is about; nil where it is about the claim as such.
    package var digest: Digest? { content.members.digest }

    /// The ruling that it names; nil where it names none.
    package var ruling: String? { content.members.ruling }

    /// To whom the claim was given, or who was asked to review it; nil for other events.
    package var assignee: String? { kind == .renamed ? nil : content.members.to }

    /// Who was asked for a reply, or sent one; nil for other events.
    package var replier: String? { kind == .renamed ? nil : content.members.from }

    /// What was said with it.
    package var note: String? { content.members.note }

    /// How much a correction changes; nil for other events.
    package var correction: Correction.Kind? { content.members.correction }

    /// The notice that readers get of a correction or a retraction; nil for other events.
    package var notice: (kind: String, text: String)? {
        guard let note, correction != nil || kind == .retracted else { return nil }
        return (correction?.rawValue ?? "retraction", note)
    }
}

extension JournalEvent: Hashable {
    package static func == (one: JournalEvent, other: JournalEvent) -> Bool {
        one.kind == other.kind && one.content.members == other.content.members
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(content.members)
    }
}

extension JournalEvent.Kind {
    /// Whether the claim stands elsewhere, or with someone else, afterwards: remarks and replies leave it.
    package var changesClaim: Bool { content.changesClaim }

    /// Whether it says of a text that readers can have it, or that it is ready for that.
    package var vouchesForText: Bool { content.vouchesForText }

    /// Whether readers see its text from then on.
    package var putsBeforeReaders: Bool { content.putsBeforeReaders }

    /// Whether readers are told of it. What the desk settles among itself is in the journal only.
    package var concernsReaders: Bool { content.concernsReaders }

    /// The kind in words: `signed off`.
    package var words: String { rawValue.replacing("-", with: " ") }
}
