/// The bounds of an import: what is larger is shortened or left out, with a finding.
package enum ImportLimits {
    /// The largest file, in bytes.
    package static let file = 256 * 1024 * 1024
    /// The most items of one file.
    package static let items = 200_000
    /// The longest claim, in characters.
    static let words = 2000
    /// The longest name, headline or rating, in characters.
    static let line = 400
    /// The longest note, in characters.
    static let note = 4000
    /// The longest address, in bytes.
    static let address = 2000
    /// The most addresses of one item.
    static let addresses = 50
    /// The deepest nesting of JSON and XML.
    static let depth = 64
    /// The most rulings on one item.
    static let rulings = 50
}
