/// The messages for the next page after a form: what was done. A page is asked for by number, so no address can bring a text into it.
actor DeskNotices {
    private var texts: [Int: [String]] = [:]
    private var count = 0

    /// The most messages that are kept.
    private static let limit = 50

    /// Keeps a message.
    /// - Returns: its number, for the address of the next page.
    func keep(_ lines: [String]) -> Int {
        count += 1
        texts[count] = lines
        texts[count - Self.limit] = nil
        return count
    }

    /// The message with a number; empty if there is none.
    func lines(_ number: String) -> [String] { Int(number).flatMap { texts[$0] } ?? [] }
}
