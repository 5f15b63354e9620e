import Newsroom

/// A dependency of a page, besides the settings and the words.
///
/// A page is stale only if one of its inputs changed; otherwise a build leaves it alone. `PageInputs` computes the hash
/// of each input.
package enum PageInput: Hashable, Sendable {
    /// A record without its text, present or absent.
    case record(RecordKey)
    /// The Markdown text of a record.
    case text(of: RecordKey)
    /// The list of records that refer to this one.
    case mentions(of: RecordKey)
    /// The claims related by this article or source.
    case claimsSharing(RecordKey)
    /// The list of claims with this ruling, by its id.
    case claimsRuled(String)
    /// The list of claims about this topic, by its id.
    case claimsAbout(String)
    /// The list of claims with verdicts published in this year or month.
    case claimsPublished(CalendarDate)
    /// The list of all records of a kind, in order.
    case all(RecordKind)
    /// The public history of a claim, by its id.
    case history(of: String)
    /// The public histories of all claims.
    case histories
    /// A template and all templates that it includes, by name.
    case template(String)
    /// All records without their texts, and the histories of all claims.
    case everything
}

/// A part of a record on which a page can depend.
enum RecordPart: Int, CaseIterable, Sendable {
    /// Everything but the text: `PageInput.record`.
    case front
    /// The Markdown text: `PageInput.text`.
    case text
    /// The records that refer to it: `PageInput.mentions`.
    case mentions
    /// The claims that it relates: `PageInput.claimsSharing`.
    case sharing
    /// A claim's public history: `PageInput.history`.
    case history
}

extension PageInput {
    /// Makes the input for a record's part.
    init(_ part: RecordPart, of key: RecordKey) {
        switch part {
        case .front: self = .record(key)
        case .text: self = .text(of: key)
        case .mentions: self = .mentions(of: key)
        case .sharing: self = .claimsSharing(key)
        case .history: self = .history(of: key.id)
        }
    }

    /// The part and the record's key; nil for an input outside a single record.
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
