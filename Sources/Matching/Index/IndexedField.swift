/// A field of a claim, with what a word in it is worth.
enum IndexedField: Int, CaseIterable {
    case statement, title, summary, quotes, names

    /// The worth of a word, against one in the statement.
    var weight: Float {
        switch self {
        case .statement: 1
        case .title: 1
        case .summary: 0.5
        case .quotes: 0.6
        case .names: 0.6
        }
    }

    /// The texts of the field.
    func texts(of claim: ClaimText) -> [String] {
        switch self {
        case .statement: [claim.statement]
        case .title: [claim.title]
        case .summary: [claim.summary]
        case .quotes: claim.quotes
        case .names: claim.names
        }
    }
}
