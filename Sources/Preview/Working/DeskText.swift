import Mustache

/// Sentences for pages. Commands print them too, with backticks around what is typed.
enum DeskText {
    /// A sentence as stretches, those between backticks as code.
    static func parts(_ text: String) -> TemplateValue {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        // A backtick without a partner is one that was written.
        guard pieces.count % 2 == 1, pieces.count > 1 else {
            return .list([.record(["text": .text(text), "code": .bool(false)])])
        }
        return .list(
            pieces.enumerated().filter { !$0.element.isEmpty }.map { place, piece in
                .record(["text": .text(String(piece)), "code": .bool(place % 2 == 1)])
            }
        )
    }
}
