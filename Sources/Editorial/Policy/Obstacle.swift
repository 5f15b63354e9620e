import Newsroom

/// Something that the newsroom's policy asks for before a text may be published, and that is not there.
package enum Obstacle: Hashable, Sendable {
    /// There is no verdict.
    case noVerdict
    /// In a newsroom that publishes by day: the day is still to come, or there is none.
    case notPublishedYet(String?)
    /// The claim's journal cannot be read to its end, so nothing can be written into it.
    case brokenJournal
    /// Nobody has asked for a review of the text as it is.
    case notSubmitted
    /// A reviewer wants it changed.
    case changesRequested(by: String, note: String)
    /// Reviewers have not signed it off in the number that is asked for.
    case signOffs(found: Int, needed: Int)
    /// Someone signed off an earlier text.
    case staleSignOff(by: String)
    /// The reviewers belong to fewer organisations than are asked for.
    case organisations(found: [String], needed: Int)
    /// Not more than half of the reviewers come to the verdict's ruling.
    case votes(agreeing: Int, all: Int, ruling: String)
    /// Someone who signed cannot judge this claim.
    case reviewer(String, Unsuitability)
    /// A sign-off that has to be signed with a key is not.
    case unsigned(by: String)
    /// A claimant was not asked.
    case rightOfReply(of: [String])
    /// A claimant was asked, and has time left to answer.
    case replyTime(of: String, until: JournalTime)
    /// The evidence goes back to fewer independent documents than are asked for.
    case lineages(found: Int, needed: Int)
    /// The ruling is on no scale.
    case unknownRuling(String)
}

/// Why someone cannot review a verdict.
package enum Unsuitability: Hashable, Sendable {
    /// They wrote it.
    case isAuthor
    /// They are the claimant, or belong to each other.
    case isAffiliated(with: String)
    /// They do not work here.
    case isNoReviewer
}

extension Unsuitability {
    /// Why, in words that follow a name; profiles are called what a function calls them.
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
    /// Why, in words that follow a name.
    package var description: String { text { "`\($0)`" } }
}

extension Obstacle: CustomStringConvertible {
    /// What is missing, in one sentence without a full stop; profiles are called by their ids.
    package var description: String { text { "`\($0)`" } }

    /// What is missing, in one sentence without a full stop.
    /// - Parameter name: what a profile is called, by its id.
    package func text(naming name: (String) -> String) -> String {
        switch self {
        case .noVerdict: "there is no verdict"
        case .notPublishedYet(let day):
            day.map { "waits for \($0)" } ?? "the verdict has no day in `published`"
        case .brokenJournal: "its journal does not hold: `assay check` says where"
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
