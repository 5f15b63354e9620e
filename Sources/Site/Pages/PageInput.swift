import Newsroom

/// Something that a page is made from, besides the settings and the words.
///
/// As long as everything that a page read when it was made is the same, the page is the same: that lets a
/// build leave it alone. `PageInputs` says what being the same means for each of them.
package enum PageInput: Hashable, Sendable {
    /// A record without its text, or that there is none.
    case record(RecordKey)
    /// The Markdown text of a record.
    case text(of: RecordKey)
    /// Which records point at this one.
    case mentions(of: RecordKey)
    /// Which claims lean on this article or source, as far as that relates them.
    case claimsSharing(RecordKey)
    /// Which claims are rated so.
    case claimsRuled(String)
    /// Which claims are about this topic.
    case claimsAbout(String)
    /// Which claims were rated in this year or month.
    case claimsPublished(CalendarDate)
    /// Which records of a kind there are, in which order.
    case all(RecordKind)
    /// What happened to a claim, by its id.
    case history(of: String)
    /// What happened to all claims.
    case histories
    /// A template, and all that it includes.
    case template(String)
    /// All records without their texts, and what happened to all claims.
    case everything
}

/// What of a record pages are made from.
enum RecordPart: Int, CaseIterable, Sendable {
    /// All but its text: `PageInput.record`.
    case front
    /// `PageInput.text`.
    case text
    /// `PageInput.mentions`.
    case mentions
    /// `PageInput.claimsSharing`.
    case sharing
    /// `PageInput.history`.
    case history
}

extension PageInput {
    /// Makes the input that is a part of a record.
    init(_ part: RecordPart, of key: RecordKey) {
        switch part {
        case .front: self = .record(key)
        case .text: self = .text(of: key)
        case .mentions: self = .mentions(of: key)
        case .sharing: self = .claimsSharing(key)
        case .history: self = .history(of: key.id)
        }
    }

    /// Which part of which record it is; nil for what is not about a single record.
    var part: (part: RecordPart, key: RecordKey)? {
        switch self {
        case .record(let key): (.front, key)
        case .text(of: let key): (.text, key)
        case .mentions(of: let key): (.mentions, key)
        case .claimsSharing(let key): (.sharing, key)
        case .history(of: let id): (.history, RecordKey(.claim, id))
        case .claimsRuled, .claimsAbout, .claimsPublished, .all, .histories, .template, .everything: nil
        }
    }
}
