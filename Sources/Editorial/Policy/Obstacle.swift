import Newsroom

/// A requirement of the policy that keeps a text from being published.
package enum Obstacle: Hashable, Sendable {
    /// The claim has no verdict.
    case noVerdict
    /// The verdict's day is still to come, or missing (nil); only in newsrooms that publish by day.
    case notPublishedYet(String?)
    /// The claim's journal is broken, so no event can be appended to it.
    case brokenJournal
    /// The text as it is now was not submitted for review.
    case notSubmitted
    /// A reviewer's request for changes stands.
    case changesRequested(by: String, note: String)
    /// Too few suitable reviewers signed the text off.
    case signOffs(found: Int, needed: Int)
    /// A sign-off is stale: it is for an earlier text.
    case staleSignOff(by: String)
    /// The reviewers belong to too few organisations.
    case organisations(found: [String], needed: Int)
    /// The ruling lacks its vote: more than half of the reviewers, or all if the policy says so.
    case votes(agreeing: Int, all: Int, ruling: String)
    /// A sign-off comes from someone who may not judge this claim.
    case reviewer(String, Unsuitability)
    /// A sign-off does not count, because its line has no valid signature.
    case unsigned(by: String)
    /// Claimants were not asked for a reply.
    case rightOfReply(of: [String])
    /// A claimant was asked for a reply and still has time to answer.
    case replyTime(of: String, until: JournalTime)
    /// The evidence goes back to too few independent documents.
    case lineages(found: Int, needed: Int)
    /// The ruling is not on the newsroom's scale.
    case unknownRuling(String)
}

/// A reason why someone may not review a verdict.
package enum Unsuitability: Hashable, Sendable {
    /// The reviewer is an author of the verdict.
    case isAuthor
    /// The reviewer is the claimant, is related to the claimant, or shares an organisation with the claimant.
    case isAffiliated(with: String)
    /// The reviewer's profile has no role in this newsroom, or there is no such profile.
    case isNoReviewer
}

extension Unsuitability {
    /// The reason, as words that follow a name.
    /// - Parameter name: the words for a profile's id.
    func text(_ name: (String) -> String) -> String {
        switch self {
        case .isAuthor: "is an author of the verdict, and no author approves their own work"
        case .isAffiliated(let claimant):
            "is the claimant \(name(claimant)) or belongs to the same organisation, and nobody judges their own side"
        case .isNoReviewer:
            "has no role here; reviewers have `role: reviewer`, `desk` or `staff` in their profile"
        }
    }
}

extension Unsuitability: CustomStringConvertible {
    /// The reason, as words that follow a name; profiles appear by id.
    package var description: String { text { "`\($0)`" } }
}

extension Obstacle: CustomStringConvertible {
    /// The obstacle, in one sentence without a full stop; profiles appear by id.
    package var description: String { text { "`\($0)`" } }

    /// The obstacle, in one sentence without a full stop.
    /// - Parameter name: the words for a profile's id.
    package func text(naming name: (String) -> String) -> String {
        switch self {
        case .noVerdict: "there is no verdict"
        case .notPublishedYet(let day):
            day.map { "waits for \($0)" } ?? "the verdict has no day in `published`"
        case .brokenJournal: "its journal is broken: `assay check` says where"
        case .notSubmitted: "the text as it is now has not been submitted for review"
        case .changesRequested(let reviewer, let note): "\(name(reviewer)) wants changes: \(note)"
        case .signOffs(let found, let needed):
            "\(found) of \(needed) sign-offs\(needed > found ? ": \(needed - found) missing" : "")"
        case .staleSignOff(let reviewer): "\(name(reviewer)) signed off an earlier text; it changed since"
        case .organisations(let found, let needed):
            "the sign-offs come from \(found.count) of \(needed) organisations"
                + (found.isEmpty ? "" : " (\(found.map(name).joined(separator: ", ")))")
        case .votes(let agreeing, let all, let ruling):
            (agreeing * 2 == all ? "the vote is tied: " : "")
                + "\(agreeing) of \(all) reviewers come to the ruling `\(ruling)`, and more than half have to; ask another "
                + "reviewer, or change the text and `assay submit` it again"
        case .reviewer(let reviewer, let why): "\(name(reviewer)) \(why.text(name))"
        case .unsigned(let reviewer):
            "the sign-off of \(name(reviewer)) does not count: its line has no valid signature"
        case .rightOfReply(let profiles):
            "nothing says that \(profiles.map(name).joined(separator: " or ")) was asked for a reply"
        case .replyTime(let profile, let time):
            "\(name(profile)) was asked for a reply, and has until \(time) to answer (`reply-hours` in the policy)"
        case .lineages(let found, let needed):
            "the evidence goes back to \(found) independent \(found == 1 ? "document" : "documents"); \(needed) are needed"
        case .unknownRuling(let ruling): "there is no ruling `\(ruling)` in \(SiteSettings.path)"
        }
    }
}
