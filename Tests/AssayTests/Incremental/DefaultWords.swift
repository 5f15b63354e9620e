import DefaultTheme

/// The words of a newsroom without any of its own.
enum DefaultWords {
    static let english = DefaultTheme.strings["en.yaml"].map { String(decoding: $0, as: UTF8.self) }
}
