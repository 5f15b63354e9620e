import DefaultTheme

/// The words that a newsroom has when it writes none of its own.
enum DefaultWords {
    static let english = DefaultTheme.strings["en.yaml"].map { String(decoding: $0, as: UTF8.self) }
}
