import Newsroom

/// A column of the board: the state of a claim on its way to readers.
enum BoardColumn: String, CaseIterable, Sendable {
    case unassigned
    case assigned
    case draft
    case inReview = "in-review"
    case changesRequested = "changes-requested"
    case approved
    case needsAnotherLook = "needs-another-look"
    case published
    case retracted

    /// The heading.
    var title: String {
        switch self {
        case .unassigned: "Unassigned"
        case .assigned: "Assigned"
        case .draft: "Draft"
        case .inReview: "In review"
        case .changesRequested: "Changes requested"
        case .approved: "Approved"
        case .published: "Published"
        case .needsAnotherLook: "Needs another look"
        case .retracted: "Retracted"
        }
    }

    /// Whether a claim in this column still needs somebody's work.
    var isOpen: Bool { self != .published && self != .retracted }
}

/// A claim on the board.
struct BoardCard: Equatable, Sendable {
    /// The claim's id.
    let id: String
    /// The card's title: the verdict's headline, else the claim's statement.
    let title: String
    let column: BoardColumn
    /// The profile ids of the people who have the claim.
    let people: [String]
    /// The day on which it came into its column; nil if the files do not say.
    let since: CalendarDate?
    /// The reasons why it cannot be published yet, each in a sentence without a full stop.
    let blockers: [String]
    /// Whether its day of review has passed.
    let isOverdue: Bool
}

extension BoardCard: Comparable {
    /// Overdue cards come first, then those that have stood longest.
    static func < (left: BoardCard, right: BoardCard) -> Bool {
        if left.isOverdue != right.isOverdue { return left.isOverdue }
        switch (left.since, right.since) {
        case (.some(let first), .some(let second)) where first != second: return first < second
        case (.some, nil): return true
        case (nil, .some): return false
        default: return left.id < right.id
        }
    }
}
