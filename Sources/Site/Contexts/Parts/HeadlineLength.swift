/// The length of a headline that needs a smaller size. A headline of common length has none.
enum HeadlineLength: String {
    /// More letters than fit three lines of a wide screen.
    case long
    /// More letters than fit three lines of the next size.
    case longest

    private static let longLimit = 90
    private static let longestLimit = 160

    init?(of headline: String) {
        switch headline.count {
        case ...Self.longLimit: return nil
        case ...Self.longestLimit: self = .long
        default: self = .longest
        }
    }
}
