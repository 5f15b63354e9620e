/// A word of a text, as matching sees it.
package struct Word: Sendable, Hashable {
    /// What is known of a word besides its letters.
    package struct Traits: OptionSet, Sendable, Hashable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// A capital letter where the language needs none: part of a name.
        package static let name = Traits(rawValue: 1 << 28)
        /// A number, whose term is its value.
        package static let number = Traits(rawValue: 1 << 29)
        /// A year or the name of a month.
        package static let date = Traits(rawValue: 1 << 30)
        /// A negation: "not", "without".
        package static let negation = Traits(rawValue: 1 << 31)

        /// The bits that are left for the number of a term.
        static let termMask: UInt32 = (1 << 28) - 1
    }

    /// Its place in the text, in bytes of UTF-8.
    package let range: Range<Int>
    /// The folded word as it is written.
    package let folded: String
    /// What is compared: the folded stem, or a number's value such as `#4300`.
    package let term: String
    /// Names, numbers, dates, negations.
    package let traits: Traits
}
